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
  NextStep,
  OfflineBar,
  PageHead,
  Post,
  SendState,
  Split,
  Tabs,
  Tongue,
  Unread,
  UserText,
  Worked,
} from '../index.ts';
import { phrase } from './request-parts.tsx';
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
              label={at(w.thread, 0)}
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
