import type { Problem } from '@baraza/contracts/kernel';
import { Suspense, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { followLinks } from './follow-links.ts';
import { PageFrame } from './frame.tsx';
import { ProblemPage } from './problem-page.tsx';
import { loadedModule, match } from './routing.ts';

/**
 * Says that links and forms are the app's from here on; they worked before as well, so nothing else tells. Its place is
 * beside the page: what is suspended hydrates later than what is around it.
 */
function Here() {
  useEffect(() => {
    document.documentElement.dataset['here'] = '';
  }, []);
  return null;
}

/** The page of the present address. Its module and data were fetched before the address changed. */
export function App({ problem }: { problem: Problem | null }) {
  const [path, navigate] = useLocation();
  useEffect(() => followLinks(navigate), [navigate]);
  const search = useSearch();
  const found = match(path);
  const module = found && loadedModule(found.page);
  if (problem || !found || !module)
    return (
      <PageFrame place={found?.page.place}>
        <ProblemPage problem={problem} />
        <Here />
      </PageFrame>
    );
  const { page, params } = found;
  const body = (
    <Suspense>
      <module.default params={params} search={new URLSearchParams(search)} />
      <Here />
    </Suspense>
  );
  return page.bare ? (
    body
  ) : (
    <PageFrame place={page.place} mainForm={page.mainForm} layout={page.layout}>
      {body}
    </PageFrame>
  );
}
