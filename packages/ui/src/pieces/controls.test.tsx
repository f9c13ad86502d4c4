import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { Act, Figure, Icon, Notice, Pager, Stage, stageLength, Table, Tabs, VoteButton } from '../index.ts';

afterEach(cleanup);

describe('toggles', () => {
  it('say whether they are pressed, and submit', () => {
    render(
      <>
        <VoteButton votes="33" label="Vote: 33 votes" pressed={false} name="vote" value="q1" />
        <Act icon="thanks" label="Thanks" count="3" pressed />
      </>,
    );
    expect(screen.getByRole('button', { name: 'Vote: 33 votes', pressed: false }).getAttribute('value')).toBe('q1');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Thanks 3', pressed: true }).type).toBe('submit');
  });
});

describe('notices', () => {
  it('interrupt only for an error', () => {
    const { rerender } = render(<Notice tone="error">Not sent</Notice>);
    expect(screen.getByRole('alert').textContent).toBe('Not sent');
    rerender(<Notice tone="success">Sent</Notice>);
    expect(screen.getByRole('status').textContent).toBe('Sent');
    rerender(<Notice>Known</Notice>);
    expect([screen.queryByRole('status'), screen.queryByRole('alert')]).toEqual([null, null]);
  });
});

describe('ways through', () => {
  it('of tabs are addresses, one of them current', () => {
    render(
      <Tabs
        label="Read"
        tabs={[
          { href: '#a', label: 'As written', current: true },
          { href: '#b', label: 'In English' },
        ]}
      />,
    );
    const nav = screen.getByRole('navigation', { name: 'Read' });
    expect(within(nav).getByRole('link', { current: 'page' }).textContent).toContain('As written');
  });

  it('of a long list are real links', () => {
    render(<Pager label="Pages" next={{ href: '?after=x', label: 'Later' }} />);
    expect(screen.getByRole('link', { name: 'Later' }).getAttribute('rel')).toBe('next');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});

describe('figures and tables', () => {
  it('lead to the passport of a figure by a name that says so', () => {
    render(
      <Figure value="790" href="#pass" label="790, see its passport">
        CFA francs
      </Figure>,
    );
    expect(screen.getByRole('link', { name: '790, see its passport' })).toBeTruthy();
  });

  it('name every row by its first cell and every column by its head', () => {
    render(
      <Table
        caption="Orders"
        columns={[{ label: 'Market' }, { label: 'Orders', numeric: true }]}
        rows={[['One', '187']]}
      />,
    );
    expect(screen.getByRole('table', { name: 'Orders' })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'One' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: '187' }).className).toBe('n');
  });
});

describe('the stage', () => {
  it('sets long questions smaller, and counts a Chinese character as two letters', () => {
    expect(stageLength('a'.repeat(90))).toBeUndefined();
    expect(stageLength('a'.repeat(91))).toBe('long');
    expect(stageLength('补'.repeat(46))).toBe('long');
    expect(stageLength('补'.repeat(81))).toBe('longer');
  });

  it('keeps the code in reading order of digits everywhere', () => {
    render(<Stage question="ماذا؟" lang="ar" qr={null} host="baraza.example" code="417 208" />);
    expect(screen.getByText('417 208').dir).toBe('ltr');
  });
});

describe('icons', () => {
  it('turn round only when they point, and are never read', () => {
    const { container } = render(
      <>
        <Icon name="arrow" />
        <Icon name="clock" />
      </>,
    );
    const [arrow, clock] = container.querySelectorAll('svg');
    expect([arrow?.classList.contains('flip'), clock?.classList.contains('flip')]).toEqual([true, false]);
    expect(arrow?.getAttribute('aria-hidden')).toBe('true');
  });
});
