import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { Chain, Clocks, NextStep, NextStepBand, SendState, StatePath } from '../index.ts';

afterEach(cleanup);

const clocks = [
  { time: '12:00', place: 'New York, your time', hour: 12, spoken: ', in working hours' },
  { time: '17:00', place: 'Cotonou', hour: 17 },
];

describe('the next step', () => {
  it('says who, what and by when, and links what is the reader’s', () => {
    const { container } = render(
      <NextStep
        tone="you"
        who="You"
        what="Choose a time"
        href="/choose"
        when="by Tuesday"
        clocks={clocks}
        left="in 2 days"
      />,
    );
    expect(screen.getByRole('link', { name: 'Choose a time' }).getAttribute('href')).toBe('/choose');
    expect(container.textContent).toBe('You Choose a timeby Tuesday12:00 New York, your time17:00 Cotonouin 2 days');
  });

  it('warns when it is late and marks what is soon', () => {
    const { container, rerender } = render(<NextStep tone="late" who="Benin" what="Answer" left="2 days late" />);
    expect(container.querySelector('.left')?.className).toBe('left stop');
    rerender(<NextStep who="Benin" what="Answer" left="in 2 days" soon />);
    expect(container.querySelector('.left')?.className).toBe('left due');
  });

  it('as a band is a named part of the page with its calendar entry', () => {
    render(
      <NextStepBand
        heading="Next step"
        who="Benin"
        what="Answer"
        clocks={clocks}
        calendar={{ href: '/a.ics', label: 'Add' }}
      />,
    );
    const band = screen.getByRole('region', { name: 'Next step' });
    expect(within(band).getByRole('link', { name: 'Add' }).getAttribute('href')).toBe('/a.ics');
  });
});

describe('clocks', () => {
  it('say in words what the bar draws', () => {
    render(<Clocks clocks={clocks} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '12:00 New York, your time, in working hours',
      '17:00 Cotonou',
    ]);
  });
});

describe('where a thing stands', () => {
  it('marks the present step and says it in a sentence', () => {
    render(
      <StatePath
        label="Stands at"
        steps={[
          { name: 'Draft', at: 'done' },
          { name: 'Published', at: 'now' },
        ]}
      >
        Published since Monday.
      </StatePath>,
    );
    const steps = within(screen.getByRole('list', { name: 'Stands at' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step']);
    expect(screen.getByText('Published since Monday.')).toBeTruthy();
  });

  it('is told of a message on its way', () => {
    render(
      <SendState label="Send state" now={1} steps={[{ label: 'saved' }, { label: 'sending' }, { label: 'sent' }]} />,
    );
    const [saved, sending, sent] = screen.getAllByRole('listitem');
    expect([saved?.className, sending?.className, sent?.className]).toEqual(['done', 'now', '']);
    expect(sending?.getAttribute('aria-current')).toBe('step');
  });
});

describe('the chain', () => {
  it('links what came before and not what it is', () => {
    render(
      <Chain
        links={[
          { icon: 'thread', kind: 'Thread', title: 'Last mile', href: '/t/1', lang: 'fr' },
          { icon: 'request', kind: 'Request', title: 'This request', at: 'here' },
        ]}
      />,
    );
    expect(screen.getByRole('link', { name: 'Last mile' }).lang).toBe('fr');
    expect(screen.getByText('This request').closest('li')?.getAttribute('aria-current')).toBe('true');
  });
});
