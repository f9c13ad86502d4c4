import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Frame, LanguageSwitch, PageHead, Section, Split, ThemeSwitch } from '../index.ts';

afterEach(cleanup);

const frame = (
  <Frame
    words={{ skip: 'Skip to content', search: 'Search', places: 'Places' }}
    brand={{ href: '/', label: 'Baraza' }}
    back={{ href: '/requests', label: 'Requests' }}
    query="delivery"
    places={[
      { href: '/', label: 'Home', icon: 'home', count: 3, counted: 'need you' },
      { href: '/requests', label: 'Requests', icon: 'requests', count: 0, current: true },
    ]}
  >
    <PageHead title="Coaching" />
  </Frame>
);

describe('the frame', () => {
  it('begins with a way past itself', () => {
    render(frame);
    const [first] = screen.getAllByRole('link');
    expect(first?.textContent).toBe('Skip to content');
    expect(document.querySelector(first?.getAttribute('href') ?? '')).toBe(screen.getByRole('main'));
  });

  it('searches by a plain form that keeps what was asked', () => {
    render(frame);
    const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' });
    expect([box.name, box.value]).toEqual(['q', 'delivery']);
    expect(screen.getByRole('search').getAttribute('action')).toBe('/search');
  });

  it('says where one is and what waits, but never a zero', () => {
    render(frame);
    const places = within(screen.getByRole('navigation', { name: 'Places' }));
    expect(places.getByRole('link', { name: 'Home 3 need you' })).toBeTruthy();
    expect(places.getByRole('link', { current: 'page' }).textContent).toBe('Requests');
  });
});

describe('switches', () => {
  const languages = [
    { code: 'ar', name: 'العربية', href: '/ar' },
    { code: 'en', name: 'English', href: '/en' },
  ];

  it('name each language in itself', () => {
    render(<LanguageSwitch label="Language" languages={languages} current="en" />);
    const arabic = screen.getByRole('link', { name: 'العربية' });
    expect([arabic.lang, arabic.getAttribute('hreflang'), arabic.getAttribute('aria-current')]).toEqual([
      'ar',
      'ar',
      null,
    ]);
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('aria-current')).toBe('true');
  });

  it('post the choice where it is remembered', () => {
    render(
      <ThemeSwitch
        label="Appearance"
        current="dark"
        form={{ action: '/theme', name: 'theme' }}
        themes={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />,
    );
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Appearance' });
    expect([form.getAttribute('action'), form.method]).toEqual(['/theme', 'post']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Light' }).value).toBe('light');
  });
});

describe('a section', () => {
  it('is named by its title, even a quiet one', () => {
    render(
      <Section title="The request" quiet>
        <p>Words</p>
      </Section>,
    );
    expect(screen.getByRole('region', { name: 'The request' }).textContent).toContain('Words');
  });
});

describe('a page with a side column', () => {
  it('ends with what comes last only where there is something', () => {
    const ended = (last: ReactNode) => {
      const { container, unmount } = render(<Split lead="Words" last={last} />);
      const drawn = [container.querySelector('.ended') !== null, container.querySelector('.last') !== null];
      unmount();
      return drawn;
    };
    expect([undefined, null, false, 'Send'].map(ended)).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [true, true],
    ]);
  });
});
