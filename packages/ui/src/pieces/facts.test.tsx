import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { Facts } from '../index.ts';

afterEach(cleanup);

describe('terms and what they say', () => {
  it('leave out what is not so', () => {
    const { container } = render(
      <Facts facts={[false, { term: 'Broker', value: 'Uma' }, null, '', undefined, { term: 'Suggested', value: 0 }]} />,
    );
    expect([...container.querySelectorAll('dl > div')].map(({ textContent }) => textContent)).toEqual([
      'BrokerUma',
      'Suggested0',
    ]);
  });

  it('are no list where nothing is so', () => {
    expect(render(<Facts facts={[null, false]} />).container.innerHTML).toBe('');
  });
});
