import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { Button, Checkbox, CheckboxGroup, ErrorSummary, Field, Filters, RadioGroup } from '../index.ts';

afterEach(cleanup);

describe('a field', () => {
  it('is named by its label and described by hint, error and counter in that order', () => {
    render(<Field name="title" label="Title" hint="One sentence." error="Write one sentence." counter="12 of 80" />);
    const box = screen.getByRole('textbox', { name: 'Title' });
    expect(box.getAttribute('aria-describedby')).toBe('title-hint title-error title-counter');
    for (const id of ['title-hint', 'title-error', 'title-counter']) expect(document.getElementById(id)).not.toBeNull();
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  it('says nothing of errors while there are none', () => {
    render(<Field name="title" label="Title" />);
    const box = screen.getByRole('textbox');
    expect(box.hasAttribute('aria-invalid')).toBe(false);
    expect(box.hasAttribute('aria-describedby')).toBe(false);
  });

  it('takes words in the direction they are written, but not addresses', () => {
    render(
      <>
        <Field name="body" as="textarea" label="Body" />
        <Field name="mail" type="email" label="Mail" />
      </>,
    );
    expect(screen.getByLabelText('Body').getAttribute('dir')).toBe('auto');
    expect(screen.getByLabelText('Mail').hasAttribute('dir')).toBe(false);
  });

  it('is a native select when asked', () => {
    render(
      <Field as="select" name="kind" label="Kind" defaultValue="offer">
        <option value="need">Need</option>
        <option value="offer">Offer</option>
      </Field>,
    );
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kind' });
    expect(select.value).toBe('offer');
  });
});

describe('a group of choices', () => {
  const options = [
    { value: 'a', label: 'Peers' },
    { value: 'b', label: 'Training', hint: 'Online' },
  ];

  it('is a group named by its legend, with its error', () => {
    render(<CheckboxGroup name="way" legend="How?" error="Choose one." options={options} chosen={['b']} />);
    const group = screen.getByRole('group', { name: 'How?' });
    expect(group.getAttribute('aria-describedby')).toBe('way-error');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Training/ }).checked).toBe(true);
  });

  it('keeps one radio of a name and describes it by its hint', () => {
    render(<RadioGroup name="way" legend="How?" options={options} chosen="a" />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Peers' }).checked).toBe(true);
    const hinted = screen.getByRole('radio', { name: /Training/ });
    expect(document.getElementById(hinted.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Online');
  });

  it('of one box carries its own error', () => {
    render(<Checkbox name="agree" label="I agree" error="Say that you agree." />);
    const box = screen.getByRole('checkbox', { name: 'I agree' });
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Say that you agree.',
    );
  });
});

describe('the error summary', () => {
  it('takes the focus and every entry leads to its control', () => {
    render(
      <>
        <ErrorSummary
          title="Two things"
          errors={[
            { field: 'title', text: 'Write a title.' },
            { field: 'way', text: 'Choose one.' },
          ]}
        />
        <Field name="title" label="Title" />
        <RadioGroup name="way" legend="How?" options={[{ value: 'a', label: 'Peers' }]} />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    const led = screen.getAllByRole('link').map((link) => document.querySelector(link.getAttribute('href') ?? ''));
    expect(led).toEqual([screen.getByRole('textbox'), screen.getByRole('radio')]);
  });

  it('that came with the page calls nobody back who has begun to mend', () => {
    const summary = <ErrorSummary title="One thing" errors={[{ field: 'title', text: 'Write a title.' }]} />;
    const { container: drawn } = render(summary);
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = drawn.innerHTML.replace('tabindex="-1"', 'tabindex="-1" autofocus=""');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    render(summary, { container, hydrate: true });
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('is absent while nothing is wrong', () => {
    render(<ErrorSummary title="None" errors={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a button', () => {
  it('submits its form unless told otherwise', () => {
    render(
      <>
        <Button>Send</Button>
        <Button type="button">Show</Button>
      </>,
    );
    expect(screen.getAllByRole<HTMLButtonElement>('button').map(({ type }) => type)).toEqual(['submit', 'button']);
  });

  it('is a link when it leads somewhere, and its key is announced without being read as its name', () => {
    render(
      <Button href="/next" hotkey="n">
        Next case
      </Button>,
    );
    expect(screen.getByRole('link', { name: 'Next case' }).getAttribute('aria-keyshortcuts')).toBe('n');
  });

  it('stays pressable while its work is under way', () => {
    render(<Button busy>Send</Button>);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });
    expect([button.disabled, button.getAttribute('aria-busy')]).toEqual([false, 'true']);
  });
});

describe('filters', () => {
  it('go into the address', () => {
    const { container } = render(
      <Filters summary="Filter" action="/requests" submit="Show">
        <Field name="q" label="Words" />
      </Filters>,
    );
    const form = container.querySelector('form');
    expect([form?.getAttribute('action'), form?.method]).toEqual(['/requests', 'get']);
  });
});
