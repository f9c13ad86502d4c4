import type { Reading } from '@baraza/contracts/kernel';
import { Tongue } from '@baraza/ui';
import { useReading } from '../../platform/index.ts';
import './knowledge.css';

/** One line for many texts of the same hand that nobody has translated: said once, not after each. */
export function LanguageLine({ reading }: { reading: Reading | undefined }) {
  const lineOf = useReading();
  if (!reading || reading.source) return null;
  const { from, spoken, how } = lineOf(reading);
  return <Tongue from={from} sentence={spoken} note={how} />;
}
