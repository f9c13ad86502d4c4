import {
  Button,
  Chain,
  type Clock,
  type IconName,
  Meta,
  Move,
  Moves,
  NextStep,
  NextStepBand,
  Rows,
  Section,
  State,
  Tongue,
  UserText,
} from '../index.ts';
import { at, type Lang, type PageProps, words } from './words.ts';

const chinese =
  '分享一百三十个村级服务站的经验：怎样选管理员、提供哪些服务、如何与快递企业合作共配。面向人口稀少地区的线上课程，共六讲。';

const beads: readonly IconName[] = ['question', 'faq', 'thread', 'request', 'partner'];

export function pair(lang: Lang): readonly Clock[] {
  const { clocks, hours } = words[lang];
  return [
    { time: '12:00', place: at(clocks, 0), hour: 12, spoken: at(hours, 0) },
    { time: '21:30', place: at(clocks, 1), hour: 21.5, spoken: at(hours, 1) },
  ];
}

export const phrase = (word: string, date: string) => (
  <>
    {word} <strong>{date}</strong>
  </>
);

export const shown = (lang: Lang) => ({ show: words[lang].tongue.show, hide: words[lang].tongue.hide });

export const cover = (lang: Lang, index: number) =>
  [
    <State key="half" tone="due" square="half">
      {at(words[lang].covered, 0)}
    </State>,
    <State key="check" tone="go" square="check">
      {at(words[lang].covered, 1)}
    </State>,
    <State key="open" square="open">
      {at(words[lang].covered, 2)}
    </State>,
  ][index];

export function RequestNextStep({ lang }: PageProps) {
  const w = words[lang];
  return (
    <NextStepBand
      heading={w.nextStep}
      who={at(w.names, 0)}
      what={at(w.steps, 0)}
      when={phrase(w.by, at(w.dates, 0))}
      left={at(w.left, 0)}
      soon
      clocks={pair(lang)}
      calendar={{ href: '/request.ics', label: w.calendar }}
      note={w.reminded}
    />
  );
}

export function Expressions({ lang }: PageProps) {
  const w = words[lang];
  return (
    <Rows>
      <li>
        <h3>
          <a className="plain" href="#zha-lan-tun">
            {at(w.names, 1)}
          </a>
        </h3>
        <Meta>
          <State tone="go" square="check">
            {w.confirmed}
          </State>
        </Meta>
        <UserText lang={lang} text={w.experience} />
        {lang === 'zh' ? (
          <Tongue from="zh" sentence={w.tongue.own} note={w.tongue.asWritten} />
        ) : (
          <Tongue from="zh" to={lang} sentence={w.tongue.zh} note={w.tongue.machine} {...shown(lang)}>
            <UserText lang="zh" text={chinese} />
          </Tongue>
        )}
        <NextStep
          who={at(w.names, 1)}
          what={at(w.steps, 1)}
          when={phrase(w.by, at(w.dates, 1))}
          clocks={pair(lang)}
          left={at(w.left, 1)}
          soon
        />
      </li>
      <li>
        <h3>{at(w.names, 2)}</h3>
        <Meta>
          <State tone="due" square="dot">
            {w.seen}
          </State>
        </Meta>
        <NextStep
          tone="you"
          who={at(w.names, 4)}
          what={at(w.steps, 2)}
          href="#confirm"
          when={phrase(w.by, at(w.dates, 2))}
          left={at(w.left, 2)}
        />
        <NextStep
          tone="late"
          who={at(w.names, 3)}
          what={at(w.steps, 3)}
          when={phrase(w.wasDue, at(w.dates, 3))}
          left={at(w.left, 3)}
        />
      </li>
    </Rows>
  );
}

export function RequestSide({ lang }: PageProps) {
  const w = words[lang];
  return (
    <>
      <Section title={w.can} quiet open>
        <Moves>
          <Move note={at(w.tells, 0)}>
            <Button kind="go">{at(w.moves, 0)}</Button>
          </Move>
          <Move note={at(w.tells, 1)}>
            <Button>{at(w.moves, 1)}</Button>
          </Move>
          <Move>
            <Button kind="link">{at(w.moves, 2)}</Button>
          </Move>
        </Moves>
      </Section>
      <Section title={w.began}>
        <Chain links={chain(lang)} />
      </Section>
    </>
  );
}

export const chain = (lang: Lang) =>
  words[lang].chain.map(([kind, title, relation], index) => ({
    icon: at(beads, index),
    kind,
    title: title || undefined,
    relation: relation || undefined,
    href: index < 3 ? `#chain-${index}` : undefined,
    at: index < 3 ? ('past' as const) : index === 3 ? ('here' as const) : ('ahead' as const),
  }));
