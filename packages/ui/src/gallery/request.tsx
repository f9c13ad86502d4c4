import { Facts, Needs, PageHead, Ref, Section, Split, State, StatePath, Tongue, UserText, Why } from '../index.ts';
import { cover, Expressions, RequestNextStep, RequestSide, shown } from './request-parts.tsx';
import { Shell } from './shell.tsx';
import { at, type PageProps, words } from './words.ts';

const french = `Accompagnement pour la livraison et le paiement numérique de produits frais

Nos entreprises alimentaires livrent à domicile depuis 2020, et le coût des tournées reste élevé. Nous cherchons une ville ou une plateforme qui partage des livraisons entre plusieurs vendeurs et qui accepte d’accompagner un groupe pilote de producteurs.`;
export function RequestPage({ lang }: PageProps) {
  const w = words[lang];
  const head = (
    <PageHead
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
    >
      <p>{w.organisation}</p>
      <p className="small soft">{w.postedBy}</p>
    </PageHead>
  );
  const path = (
    <StatePath
      label={w.path}
      steps={w.states.map((name, index) => ({
        name,
        at: index < 4 ? 'done' : index === 4 ? 'now' : 'ahead',
        date: w.stateDates[index],
      }))}
    >
      {w.stateSentence}
    </StatePath>
  );
  return (
    <Shell lang={lang} here={2} back>
      <Split
        lead={
          <>
            {head}
            {path}
          </>
        }
        early={<RequestNextStep lang={lang} />}
        side={<RequestSide lang={lang} />}
      >
        <Section title={w.request} quiet>
          <UserText lang={lang} text={w.text} />
          <Tongue from="fr" to={lang} sentence={w.tongue.fr} note={w.tongue.reviewed} {...shown(lang)}>
            <UserText lang="fr" text={french} />
          </Tongue>
        </Section>
        <Section title={w.needed} note={w.neededNote}>
          <Needs lines={w.lines.map(([text, by], index) => ({ text, by, state: cover(lang, index) }))} />
        </Section>
        <Section title={w.terms}>
          <Facts facts={w.facts.map(([term, value]) => ({ term, value }))} />
        </Section>
        <Section title={w.expressions} note={w.expressionsNote}>
          <Expressions lang={lang} />
        </Section>
        <Section title={w.suggested}>
          <Why
            because={w.because}
            clauses={w.clauses.map((text, index) => ({ text, href: `#evidence-${index}` }))}
            separator={w.separator}
            end={w.end}
            but={w.but}
          />
        </Section>
      </Split>
    </Shell>
  );
}
