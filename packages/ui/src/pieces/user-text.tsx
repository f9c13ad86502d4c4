import { cx } from '../cx.ts';

export interface UserTextProps {
  /** Language it is in. */
  lang: string;
  /** Plain text; blank lines part paragraphs. */
  text?: string | undefined;
  /** HTML the server has sanitised; goes before `text`. */
  html?: string | undefined;
  className?: string | undefined;
}

/** What a person wrote: in their voice, language and direction. */
export function UserText({ lang, text = '', html, className }: UserTextProps) {
  const content =
    html === undefined
      ? { children: paragraphs(text).map((words, index) => <p key={`${index} ${words.length}`}>{words}</p>) }
      : { dangerouslySetInnerHTML: { __html: html } };
  return <div className={cx('voice', className)} lang={lang} dir="auto" {...content} />;
}

const paragraphs = (text: string) => text.trim().split(/\n[^\S\n]*\n\s*/u);
