import {
  Meta,
  Mine,
  OnAir,
  PageHead,
  Phase,
  Poll,
  QuestionRow,
  Questions,
  Section,
  SendState,
  Split,
  Stage,
  State,
  Tongue,
  UserText,
  VoteButton,
  Votes,
} from '../index.ts';
import { Shell } from './shell.tsx';
import { sends } from './thread.tsx';
import { at, type PageProps, words } from './words.ts';

export function BoardPage({ lang }: PageProps) {
  const w = words[lang];
  return (
    <Shell lang={lang} here={3} back>
      <Split
        lead={
          <>
            <PageHead title={at(w.board, 0)} mid />
            <OnAir label={w.onAir} question={w.question} detail={w.asker}>
              <Tongue
                from="zh"
                to={lang}
                sentence={w.tongue.zh}
                note={w.tongue.machine}
                show={w.tongue.show}
                hide={w.tongue.hide}
              >
                <UserText lang="zh" text={words.zh.question} />
              </Tongue>
            </OnAir>
            <Mine title={at(w.board, 1)}>
              <UserText lang={lang} text={at(w.questions, 1)} />
              <SendState label={at(w.reply, 3)} now={2} outcome="sent" steps={sends(lang)} />
              <p className="small soft">{w.told}</p>
            </Mine>
          </>
        }
        early={
          <form method="post">
            <Poll
              legend={at(w.poll, 0)}
              name="poll"
              chosen="0"
              options={[0.48, 0.33, 0.19].map((share, index) => ({
                value: `${index}`,
                label: at(w.poll, index + 1),
                share,
                shown: `${share * 100}%`,
              }))}
            />
          </form>
        }
      >
        <Section title={at(w.board, 2)} note={at(w.board, 3)}>
          <Questions>
            <QuestionRow
              vote={<VoteButton votes="47" label={at(w.votes, 0)} pressed />}
              question={at(w.questions, 0)}
              detail={w.asker}
            />
            <QuestionRow vote={<Votes votes="41" label={at(w.votes, 1)} />} question={at(w.questions, 1)}>
              <Meta>
                <State tone="pen" square="dot">
                  {at(w.board, 4)}
                </State>
              </Meta>
            </QuestionRow>
            <QuestionRow
              vote={<VoteButton votes="33" label={at(w.votes, 2)} pressed={false} />}
              question={at(w.questions, 2)}
            >
              <Meta>
                <State tone="go" square="check">
                  {at(w.board, 5)}
                </State>
              </Meta>
            </QuestionRow>
          </Questions>
          <p>
            <Phase live={false}>{at(w.phases, 0)}</Phase> <Phase live={false}>{at(w.phases, 1)}</Phase>
          </p>
        </Section>
      </Split>
    </Shell>
  );
}

export const StagePage = ({ lang }: PageProps) => (
  <Stage
    question={words[lang].question}
    lang={lang}
    asked={lang === 'zh' ? undefined : { text: words.zh.question, lang: 'zh' }}
    host="baraza.example"
    code="417 208"
    qr={
      <svg viewBox="0 0 29 29" role="img" aria-label="baraza.example/417208" shapeRendering="crispEdges">
        <path fill="#fff" d="M0 0h29v29H0z" />
        <path
          fill="#14161a"
          d="M2 2h7v7H2zM20 2h7v7h-7zM2 20h7v7H2zM12 3h2v9h-2zM4 12h9v2H4zM16 15h3v9h-3zM21 13h5v2h-5z"
        />
      </svg>
    }
  />
);
