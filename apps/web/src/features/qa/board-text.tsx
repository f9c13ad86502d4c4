import type { BoardText } from '@baraza/contracts/qa';
import { readIn } from '@baraza/domain/translation';
import { Tongue, UserText } from '@baraza/ui';
import { useI18n, useReading, useWorld } from '../../platform/index.ts';

/** A board's text as this reader reads it. */
export function useText(): (text: BoardText) => { text: string; locale: string } {
  const { locale } = useWorld();
  return (text) => readIn(text, locale);
}

/** The language line under a text: nothing where it stands as it was written in the reader's language. */
export function TextTongue({ text }: { text: BoardText }) {
  const { i18n, locale } = useWorld();
  const reading = readIn(text, locale);
  const line = useReading()(reading);
  if (!reading.source && reading.locale === locale) return null;
  return (
    <Tongue
      from={line.from}
      to={line.to ?? undefined}
      sentence={line.spoken}
      note={reading.source && line.how}
      show={i18n.t('kernel.seeOriginal')}
      hide={i18n.t('kernel.hideOriginal')}
    >
      {reading.source && <UserText lang={reading.source.locale} text={reading.source.text} />}
    </Tongue>
  );
}

/** A longer text of a board: an answer. */
export function BoardWords({ text }: { text: BoardText }) {
  const reading = useText()(text);
  return (
    <>
      <UserText lang={reading.locale} text={reading.text} />
      <TextTongue text={text} />
    </>
  );
}

/** Who asked, as the board shows it. */
export function Asker({ name, alias }: { name: string | null; alias: string | null }) {
  if (!name && !alias) return null;
  return (
    <>
      {name && <bdi>{name}</bdi>}
      {name && alias && ' · '}
      {alias && <bdi>{alias}</bdi>}
    </>
  );
}

/** How many voted, in words. */
export function useVotes(): (count: number) => string {
  const i18n = useI18n();
  return (count) => i18n.t('qa.votes', { count });
}
