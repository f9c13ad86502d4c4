import type { QueryClient } from '@tanstack/react-query';
import { dehydrate, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PageState } from './state.ts';
import { useWorld, type World, WorldProvider } from './world.ts';

const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');

/** Data, not code: nothing runs. Written once by the server and left alone by the browser. */
export const StateScript = ({ json }: { json: string }) => (
  <script id="page-state" type="application/json" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: json }} />
);
export const stateJson = (state: Omit<PageState, 'queries'>, queries: QueryClient): string =>
  inScript({ ...state, queries: dehydrate(queries) });

/** Milliseconds until the app comes to a member's page in which nobody moves. */
const appComesAfter = 2_000;

/** Where the built files of a page are. */
interface Files {
  readonly styles: readonly string[];
  readonly app: string;
}

function Html({ app, styles, children, state }: Files & { children: ReactNode; state: string }) {
  const { i18n, theme, reader } = useWorld();
  return (
    <html
      lang={i18n.locale}
      dir={i18n.dir}
      data-app={app}
      {...(reader && !reader.dataSaver && { 'data-soon': appComesAfter })}
      {...(theme && { 'data-theme': theme })}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        {children}
        <StateScript json={state} />
      </body>
    </html>
  );
}

/** The whole document, the same on both sides. */
export const Document = ({
  world,
  queries,
  state,
  children,
  ...files
}: Files & {
  world: World;
  queries: QueryClient;
  state: string;
  children: ReactNode;
}) => (
  <QueryClientProvider client={queries}>
    <WorldProvider value={world}>
      <Html {...files} state={state}>
        {children}
      </Html>
    </WorldProvider>
  </QueryClientProvider>
);
