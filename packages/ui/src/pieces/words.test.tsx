import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { Tongue, UserText, Why } from '../index.ts';

afterEach(cleanup);

describe('the language line', () => {
  it('hides the plates from screen readers and gives them the sentence', () => {
    const { container } = render(
      <Tongue from="zh-Hans" to="en" sentence="Written in Chinese, shown in English." show="See original" hide="Hide">
        <UserText lang="zh" text="你好" />
      </Tongue>,
    );
    expect([...container.querySelectorAll('.plate')].map((plate) => [plate.textContent, plate.ariaHidden])).toEqual([
      ['ZH', 'true'],
      ['EN', 'true'],
    ]);
    expect(container.querySelector('summary')?.textContent).toContain('Written in Chinese, shown in English.');
    expect(screen.getByText('你好').closest('[lang]')?.getAttribute('lang')).toBe('zh');
  });

  it('is a plain line when there is nothing else to read', () => {
    const { container } = render(<Tongue from="en" sentence="Written in English." note="As written" />);
    expect(container.querySelector('details')).toBeNull();
  });
});

describe('what a person wrote', () => {
  it('keeps its language, its own direction and its paragraphs', () => {
    const { container } = render(<UserText lang="ar" text={'سطر\nآخر\n\nفقرة'} />);
    const block = container.firstElementChild;
    expect([block?.getAttribute('lang'), block?.getAttribute('dir')]).toEqual(['ar', 'auto']);
    expect([...container.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual(['سطر\nآخر', 'فقرة']);
  });

  it('is escaped unless the server gave HTML', () => {
    const { container, rerender } = render(<UserText lang="en" text="<b>bold</b>" />);
    expect(container.querySelector('b')).toBeNull();
    rerender(<UserText lang="en" html="<b>bold</b>" />);
    expect(container.querySelector('b')?.textContent).toBe('bold');
  });
});

describe('the reasons of a match', () => {
  it('stand in one sentence, each leading to its evidence', () => {
    const { container } = render(
      <Why
        because="Because"
        clauses={[
          { text: 'one', href: '#1' },
          { text: 'two', href: '#2' },
        ]}
        but="But: three."
      />,
    );
    expect(container.textContent).toBe('Because one; two. But: three.');
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });
});
