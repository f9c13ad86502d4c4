import {
  Button,
  Buttons,
  Chain,
  Chart,
  Cols,
  DeskFoot,
  Details,
  Facts,
  Figure,
  Gauge,
  KeyHints,
  Lines,
  Log,
  MapFigure,
  Milestones,
  NextStep,
  NextStepBand,
  OpenCase,
  PageHead,
  Passport,
  PublicFrame,
  Queue,
  QueueGroup,
  QueueItem,
  Ref,
  Section,
  Signatures,
  State,
  Table,
  Toast,
  Tongue,
} from '../index.ts';
import { chain, cover, pair, phrase } from './request.tsx';
import { Foot, Shell } from './shell.tsx';
import { at, type Lang, type PageProps, words } from './words.ts';

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
      <Queue title={at(w.desk, 0)} count={at(w.desk, 1)} note={w.today}>
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
        <Toast
          action={
            <Button kind="link" hotkey="u">
              {w.undo}
            </Button>
          }
        >
          {w.published}
        </Toast>
        <KeyHints hints={[['j', 'k'], ['o'], ['u'], ['/']].map((keys, index) => ({ keys, does: at(w.keys, index) }))} />
      </DeskFoot>
    </Shell>
  );
}

export function PartnershipPage({ lang }: PageProps) {
  const w = words[lang];
  return (
    <PublicFrame
      words={{ skip: w.frame.skip, site: w.frame.places }}
      brand={{ href: '/', label: 'Baraza' }}
      links={[
        { href: '/requests', label: at(w.places, 2), far: true },
        { href: '/me', label: at(w.places, 4) },
      ]}
      footer={<Foot lang={lang} />}
    >
      <Cols wide="start">
        <PageHead
          meta={
            <>
              <Ref>PAR-2026-0019</Ref>
              <State tone="go" square="full">
                {w.active}
              </State>
            </>
          }
          title={w.partnership}
          lead={w.partnershipLead}
        />
        <NextStepBand
          heading={w.nextStep}
          who={at(w.names, 0)}
          what={at(w.steps, 0)}
          when={phrase(w.by, at(w.dates, 0))}
          clocks={pair(lang)}
          calendar={{ href: '/next.ics', label: w.calendar }}
        />
      </Cols>
      <Section title={w.began} open>
        <Chain wide links={chain(lang)} />
      </Section>
      <Section title={w.result}>
        <Cols wide="end">
          <Result lang={lang} />
          <FigurePassport lang={lang} />
        </Cols>
      </Section>
      <Cols>
        <Section title={at(w.milestones, 0)}>
          <Milestones
            milestones={[
              {
                state: (
                  <State tone="go" square="check">
                    {at(w.milestones, 1)}
                  </State>
                ),
                text: at(w.milestones, 3),
                date: at(w.milestones, 5),
              },
              {
                state: (
                  <State tone="pen" square="half">
                    {at(w.milestones, 2)}
                  </State>
                ),
                text: at(w.milestones, 4),
                date: at(w.dates, 0),
              },
            ]}
          />
        </Section>
        <Section title={at(w.map, 0)}>
          <MapFigure viewBox="0 0 437 162" label={at(w.map, 1)} caption={at(w.map, 2)} disclaimer={at(w.map, 3)}>
            <path d="M0 8.5H437M0 51.1H437M0 93.7H437M0 136.3H437" stroke="var(--line)" />
            <path d="M356 25.5C300 5 230 20 185 80.5" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
            <path d="M180.5 76h9v9h-9z" fill="var(--pen)" />
            <path d="M352.5 22h7v7h-7z" fill="var(--ink)" />
            <text className="now" x="175" y="84.5" textAnchor={lang === 'ar' ? 'start' : 'end'}>
              {at(w.names, 0)}
            </text>
          </MapFigure>
        </Section>
      </Cols>
      <Buttons>
        <Button href="?print" icon="download">
          {w.calendar}
        </Button>
      </Buttons>
    </PublicFrame>
  );
}

function Result({ lang }: { lang: Lang }) {
  const w = words[lang];
  return (
    <div className="stack">
      <Figure value="790" href="#pass" label={w.figureLabel}>
        {w.unit}
      </Figure>
      <Chart
        viewBox="0 0 330 150"
        label={w.trend}
        caption={w.trend}
        table={<Details summary={at(w.sheet, 0)}>{sheet(lang)}</Details>}
      >
        <path d="M3 26 64 36 125 51 186 76 247 96 308 113" fill="none" stroke="var(--ink)" strokeWidth="1.75" />
        <path d="M304.5 109.5h7v7h-7z" fill="var(--pen)" />
        <text className="now" x="296" y="136">
          790
        </text>
      </Chart>
      <Signatures
        label={at(w.signatures, 0)}
        signatures={[
          { act: at(w.signatures, 1), name: 'ACED', signed: true, by: at(w.signatures, 5), date: at(w.signatures, 6) },
          {
            act: at(w.signatures, 2),
            name: at(w.names, 1),
            signed: true,
            twice: true,
            by: at(w.names, 1),
            date: at(w.signatures, 6),
          },
          { act: at(w.signatures, 3), name: at(w.signatures, 4), signed: false, by: 'UNOSSC' },
        ]}
      />
    </div>
  );
}

const sheet = (lang: Lang) => {
  const [caption = '', orders, paid, one, two, together] = words[lang].sheet;
  return (
    <Table
      caption={caption}
      captioned
      small
      pile
      columns={[{ label: caption }, { label: orders, numeric: true }, { label: paid, numeric: true }]}
      rows={[
        [one, '187', '143,990'],
        [two, '125', '102,490'],
        [together, '312', '246,480'],
      ]}
    />
  );
};

function FigurePassport({ lang }: { lang: Lang }) {
  const w = words[lang];
  const [title, show, hide, measures, divided, by] = w.passport;
  return (
    <Passport
      id="pass"
      title={title}
      show={show}
      hide={hide}
      open
      strip={['FIG-2026-0311<V2<PAR-2026-0019<<<<<<', 'ASOF20261031<SEQ41872<SIGN2OF3<<<<']}
    >
      <Facts
        facts={[
          { term: measures, value: w.measures },
          { term: divided, value: by },
        ]}
      />
      {sheet(lang)}
    </Passport>
  );
}
