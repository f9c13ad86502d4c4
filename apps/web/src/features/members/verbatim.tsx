import './members.css';

/** Text as it stands: never run, never laid out, in whichever direction its words go. */
export const Verbatim = ({ children, mail = false }: { children: string; mail?: boolean }) => (
  <pre className={mail ? 'verbatim plain-mail' : 'verbatim'} dir="auto">
    {children}
  </pre>
);
