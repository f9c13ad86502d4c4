import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import { Kbd } from '../pieces/plate.tsx';
import type { LinkTo } from '../shapes.ts';
import { Mark } from './mark.tsx';

export interface Place {
  href: string;
  label: ReactNode;
  icon: IconName;
  count?: number | string | undefined;
  /** What the count counts, for screen readers. */
  counted?: string | undefined;
  current?: boolean | undefined;
  /** Only in the side rail; a phone's bar keeps five places. */
  wideOnly?: boolean | undefined;
}

export interface FrameWords {
  skip: string;
  search: string;
  places: string;
}

export interface FrameProps {
  words: FrameWords;
  brand: LinkTo;
  places: readonly Place[];
  /** Title bar of a phone: where back leads. */
  back?: LinkTo | undefined;
  /** What the search box holds. */
  query?: string | undefined;
  /** Who the reader acts as. */
  acting?: { name: ReactNode; detail?: ReactNode } | undefined;
  /** Above the page: OfflineBar. */
  banner?: ReactNode;
  footer?: ReactNode;
  /** 'desk' gives the whole window to a Queue and its open case. */
  layout?: 'page' | 'desk' | undefined;
  children: ReactNode;
}

/** The frame of every page of a signed-in reader. Its links and its search form work before any script. */
export function Frame(props: FrameProps) {
  const { words, brand, places, back, query, acting, banner, footer, layout, children } = props;
  return (
    <div className={cx('frame', layout === 'desk' && 'desk')}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className={cx('bar', back && 'has-back')}>
        {back && (
          <a className="back" href={back.href}>
            <Icon name="back" />
            <span>{back.label}</span>
          </a>
        )}
        <a className="brand" href={brand.href}>
          <Mark />
          <span>{brand.label}</span>
        </a>
        <SearchBox label={words.search} query={query} />
      </header>
      <nav className="places" aria-label={words.places}>
        <ul>
          {places.map((place) => (
            <li key={place.href} className={place.wideOnly ? 'wide-only' : undefined}>
              <PlaceLink {...place} />
            </li>
          ))}
        </ul>
        {acting && (
          <p className="as">
            <b>{acting.name}</b> {acting.detail}
          </p>
        )}
      </nav>
      <div className="column">
        {banner}
        <main className="page" id="main" tabIndex={-1}>
          {children}
        </main>
        {footer && <footer className="foot">{footer}</footer>}
      </div>
    </div>
  );
}

/** The role and not <search>, which browsers before 2023 (and jsdom) do not know. */
const landmark = { role: 'search' };

function SearchBox({ label, query }: { label: string; query: string | undefined }) {
  return (
    <form className="find" action="/search" {...landmark}>
      <label className="vh" htmlFor="find">
        {label}
      </label>
      <Icon name="search" />
      <input
        className="field"
        id="find"
        name="q"
        type="search"
        placeholder={label}
        defaultValue={query}
        aria-keyshortcuts="/"
      />
      <Kbd>/</Kbd>
    </form>
  );
}

function PlaceLink({ href, label, icon, count, counted, current }: Place) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count !== undefined && count !== 0 && (
        <b className="num">
          {count}
          {counted && <span className="vh"> {counted}</span>}
        </b>
      )}
    </a>
  );
}
