import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { Queue, Table } from '../index.ts';

afterEach(cleanup);

describe('the list of a desk', () => {
  it('stands behind the case that was chosen from it, with a way back', () => {
    const { container } = render(
      <Queue title="Desk" back={{ href: '/desk', label: 'Back' }}>
        lines
      </Queue>,
    );
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/desk');
    expect(container.querySelector('.queue.behind h1')?.textContent).toContain('Desk');
  });

  it('is all there is to see until a case is chosen', () => {
    const { container } = render(<Queue title="Desk">lines</Queue>);
    expect(container.querySelector('.behind')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a table that becomes a pile', () => {
  const columns = [{ label: 'What' }, { label: 'Given by' }, { label: 'Confirmed' }];
  const rows = [['Days of work', 'Lomé', 'by Hangzhou']];
  it('says in each cell what its column is', () => {
    const { container } = render(<Table caption="What each gave" columns={columns} rows={rows} pile />);
    const labels = [...container.querySelectorAll('td')].map((cell) => cell.dataset['label']);
    expect(labels).toEqual(['Given by', 'Confirmed']);
  });
});
