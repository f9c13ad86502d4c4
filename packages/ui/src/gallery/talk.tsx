import {
  Act,
  AuthorLine,
  Button,
  Cite,
  Cited,
  Composer,
  Digest,
  Field,
  FormActions,
  Meta,
  Mine,
  NextStep,
  OfflineBar,
  OnAir,
  PageHead,
  Phase,
  Poll,
  Post,
  QuestionRow,
  Questions,
  Section,
  SendState,
  Split,
  Stage,
  State,
  Tabs,
  Tongue,
  Unread,
  UserText,
  VoteButton,
  Votes,
  Worked,
} from '../index.ts';
import { phrase } from './request.tsx';
import { Shell } from './shell.tsx';
import { at, type Lang, type PageProps, words } from './words.ts';

const portuguese =
  'O estudo fala de três barreiras: mentalidade, qualificação e infraestrutura. A primeira é a mais difícil de medir. O que fez as pessoas mudarem na sua cidade?';
const chinese = '先从买东西开始。在网上买东西省了钱的人，会更早相信自己也能在网上卖。';
const english =
  'For producers, show the consumer’s data. When the owner of the factory sees the orders of the day, the talk about technology is short.';

export function ThreadPage({ lang }: PageProps) {
  const w = words[lang];
  const acts = (
    <>
      <Act icon="thanks" label={at(w.thread, 2)} count="8" pressed />
      <Act icon="here" label={at(w.thread, 3)} count="4" pressed={false} />
      <Act icon="tried" label={at(w.thread, 4)} pressed={false} />
    </>
  );
  const quote = <Act icon="reply" label={at(w.thread, 5)} />;
  const post = (index: number) => ({
    id: `p${index + 1}`,
    number: `${index + 1}`,
    label: `${at(w.thread, 7)} ${index + 1}`,
    author: <AuthorLine name={at(at(w.authors, index), 0)} detail={at(at(w.authors, index), 1)} />,
    acts,
  });
  return (
    <Shell lang={lang} here={1} back banner={<OfflineBar>{w.noConnection}</OfflineBar>}>
      <Split
        lead={
          <>
            <PageHead title="Só 20% das transações são digitais: por onde começa a mudança?" lang="pt" />
            <Tabs
              label={w.language}
              tabs={[
                { href: '#written', label: at(w.thread, 0), current: true },
                { href: '#translated', label: at(w.thread, 1), count: 4 },
              ]}
            />
          </>
        }
      >
        <div>
          <Post {...post(0)}>
            <UserText lang="pt" text={portuguese} />
            <Tongue
              from="pt"
              sentence={w.tongue.own}
              note={w.tongue.asWritten}
              show={w.tongue.show}
              hide={w.tongue.hide}
            >
              <UserText lang={lang} text={w.asked} />
            </Tongue>
          </Post>
          <Unread id="new">{w.unread}</Unread>
          <Post {...post(1)} corner={quote} worked={<Worked label={at(w.worked, 0)}>{at(w.worked, 1)}</Worked>}>
            <UserText lang="zh" text={chinese} />
            <Tongue
              from="zh"
              sentence={w.tongue.own}
              note={w.tongue.asWritten}
              show={w.tongue.show}
              hide={w.tongue.hide}
              open
            >
              <UserText lang={lang} text={w.digestText} />
            </Tongue>
          </Post>
          <Post {...post(2)} corner={quote}>
            <Cite
              lang="zh"
              source={
                <a className="plain" href="#p2">
                  {at(at(w.authors, 1), 0)}
                </a>
              }
            >
              <p>{chinese}</p>
            </Cite>
            <UserText lang="en" html={`<p>${english}</p><ul><li>orders</li><li>returns</li></ul>`} />
            <Tongue from="en" sentence={w.tongue.own} note={w.tongue.asWritten} />
          </Post>
          <Digest
            title={at(w.digest, 0)}
            note={at(w.digest, 1)}
            next={
              <NextStep
                who={at(w.names, 1)}
                what={at(w.steps, 2)}
                when={phrase(w.by, at(w.dates, 2))}
                left={at(w.left, 2)}
                soon
              />
            }
            confirmed={{ label: at(w.digest, 3), lines: [at(w.digest, 2)] }}
          >
            <div className="voice">
              <p>
                {w.digestText} <Cited href="#p2" label="2" />
              </p>
            </div>
          </Digest>
          <Composer aria-label={at(w.reply, 2)}>
            <Field
              as="textarea"
              name="body"
              label={at(w.reply, 0)}
              hint={at(w.reply, 1)}
              rows={3}
              defaultValue={w.asked}
            />
            <SendState label={at(w.reply, 3)} now={0} steps={sends(lang)} />
            <FormActions>
              <Button kind="go" icon="send">
                {at(w.reply, 2)}
              </Button>
            </FormActions>
          </Composer>
        </div>
      </Split>
    </Shell>
  );
}

export const sends = (lang: Lang) =>
  words[lang].sends.map((label, index) => ({ label, icon: index === 0 ? ('phone' as const) : undefined }));

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
