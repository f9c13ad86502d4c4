import {
  Button,
  Buttons,
  Chain,
  Chart,
  Cols,
  Details,
  Facts,
  Figure,
  MapFigure,
  Milestones,
  NextStepBand,
  PageHead,
  Passport,
  PublicFrame,
  Ref,
  Section,
  Signatures,
  State,
  Table,
} from '../index.ts';
import { chain, pair, phrase } from './request-parts.tsx';
import { Foot } from './shell.tsx';
import { at, type Lang, type PageProps, words } from './words.ts';

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
  const [caption = '', orders = '', paid = '', one, two, together] = words[lang].sheet;
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
