import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import './stage.css';

export interface StageProps {
  question: string;
  lang: string;
  /** The original, when the question is shown in translation. */
  asked?: { text: string; lang: string } | undefined;
  /** An <svg> of the QR code. */
  qr: ReactNode;
  /** Address and code to join by. */
  host: ReactNode;
  code: string;
}

/** The board for a projector: the question, the code, nothing else. */
export const Stage = ({ question, lang, asked, qr, host, code }: StageProps) => (
  <div className={cx('stage', stageLength(question))}>
    <main aria-live="polite">
      <h1 lang={lang} dir="auto">
        {question}
      </h1>
      {asked && (
        <p className="as-asked" lang={asked.lang} dir="auto">
          {asked.text}
        </p>
      )}
    </main>
    <footer>
      {qr}
      <p className="join">
        {host} <b dir="ltr">{code}</b>
      </p>
    </footer>
  </div>
);

/** A Chinese character takes the room of two letters; 90 and 160 letters are where a line would be lost. */
export function stageLength(question: string): 'long' | 'longer' | undefined {
  let letters = 0;
  for (const character of question) letters += /\p{Script=Han}/u.test(character) ? 2 : 1;
  return letters > 160 ? 'longer' : letters > 90 ? 'long' : undefined;
}
