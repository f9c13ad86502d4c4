import {
  Button,
  DeskFoot,
  Gauge,
  KeyHints,
  Lines,
  Log,
  NextStep,
  OpenCase,
  Queue,
  QueueGroup,
  QueueItem,
  Ref,
  Section,
  State,
  Table,
  Tongue,
} from '../index.ts';
import { cover, pair, phrase } from './request-parts.tsx';
import { Shell } from './shell.tsx';
import { at, type PageProps, words } from './words.ts';

export function DeskPage({ lang }: PageProps) {
  const w = words[lang];
  const item = (index: number) => {
    const [date, left, title, what] = at(w.cases, index);
    return { href: `#case-${index}`, due: { date, left }, title, what, caseRef: `REQ-2026-012${index}` };
  };
  const late = item(0);
  const today = item(1);
  return (
    <Shell lang={lang} here={5} layout="desk">
      <Queue title={at(w.desk, 0)} count={at(w.desk, 1)} note={w.today} back={{ href: '#', label: at(w.desk, 0) }}>
        <QueueGroup name={at(w.desk, 2)} count="1">
          <QueueItem
            {...late}
            due={{ ...late.due, tone: 'late' }}
            who={at(w.names, 4)}
            tone="late"
            aside={{ icon: 'silent', text: w.silent, long: true }}
          />
        </QueueGroup>
        <QueueGroup name={at(w.desk, 3)} count="2">
          <QueueItem {...today} due={{ ...today.due, tone: 'soon' }} who={at(w.names, 4)} tone="you" />
          <QueueItem
            {...today}
            href="#zh"
            due={{ ...today.due, tone: 'soon' }}
            title="为山区农户提供直播销售培训"
            lang="zh"
            who={at(w.names, 4)}
            tone="you"
            aside={{ icon: 'lock', text: at(w.names, 3) }}
          />
        </QueueGroup>
        <QueueGroup name={at(w.desk, 4)} count="1">
          <QueueItem {...item(2)} current who={at(w.names, 0)} aside={{ icon: 'silent', text: w.silent }} />
        </QueueGroup>
      </Queue>
      <OpenCase
        meta={
          <>
            <span>{w.need}</span>
            <Ref>REQ-2026-0142</Ref>
            <State tone="pen" square="half">
              {at(w.states, 4)}
            </State>
          </>
        }
        title={w.title}
        tongue={<Tongue from="fr" to={lang} sentence={w.tongue.fr} note={w.tongue.machine} />}
        actions={w.decide.map((label, index) => (
          <Button key={label} kind={index === 0 ? 'go' : 'plain'} hotkey={at(['p', 's', 'h', 'n'], index)}>
            {label}
          </Button>
        ))}
      >
        <NextStep
          who={at(w.names, 0)}
          what={at(w.steps, 0)}
          when={phrase(w.by, at(w.dates, 0))}
          clocks={pair(lang)}
          left={at(w.left, 0)}
          soon
        />
        <Section title={at(w.desk, 5)}>
          <Table
            caption={at(w.desk, 5)}
            columns={w.parties.map((label, index) => ({ label, numeric: index === 3 }))}
            rows={[0.7, 0.4, 0.1].map((share, index) => [
              at(w.names, index),
              at([w.seen, w.confirmed, w.confirmed], index),
              at(w.dates, 3),
              <>
                <Gauge value={share} due={share > 0.5} /> {share * 10}
              </>,
            ])}
          />
        </Section>
        <Section title={at(w.desk, 6)}>
          <Lines lines={w.lines.map((line, index) => ({ head: cover(lang, index), text: at(line, 0) }))} />
        </Section>
        <Section title={at(w.desk, 7)}>
          <Log entries={w.stateDates.map((date) => ({ date, text: w.record }))} />
        </Section>
      </OpenCase>
      <DeskFoot>
        <KeyHints hints={[['j', 'k'], ['o'], ['/']].map((keys, index) => ({ keys, does: at(w.keys, index) }))} />
      </DeskFoot>
    </Shell>
  );
}
