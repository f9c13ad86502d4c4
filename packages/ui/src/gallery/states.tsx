import { drawings } from '../icon-paths.ts';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Details,
  Empty,
  ErrorSummary,
  Field,
  Filters,
  Form,
  FormActions,
  Icon,
  type IconName,
  LiveRegion,
  Meta,
  Notice,
  PageHead,
  Pager,
  Pair,
  RadioGroup,
  Rows,
  Section,
  SendState,
  Skeleton,
  Split,
  type Square,
  Stack,
  StaleMark,
  State,
  Tag,
  Title,
} from '../index.ts';
import { Shell } from './shell.tsx';
import { sends } from './thread.tsx';
import { at, type PageProps, words } from './words.ts';

const tones = ['info', 'success', 'warning', 'error'] as const;
const squares: readonly Square[] = ['dashed', 'open', 'dot', 'half', 'check', 'full', 'cross'];

export function FormPage({ lang }: PageProps) {
  const w = words[lang];
  const f = w.forms;
  return (
    <Shell lang={lang} here={2} back>
      <Stack>
        <PageHead title={f.title} mid />
        <Form action="/requests">
          <ErrorSummary
            title={f.wrong}
            errors={[
              { field: 'name', text: at(f.name, 2) },
              { field: 'modality', text: at(f.modality, 1) },
            ]}
          />
          <Field name="name" label={at(f.name, 0)} hint={at(f.name, 1)} error={at(f.name, 2)} />
          <Field as="textarea" name="text" label={at(f.text, 0)} counter={at(f.text, 1)} defaultValue={w.text} />
          <Pair>
            <Field name="until" type="date" label={at(f.until, 0)} hint={at(f.until, 1)} />
            <Field as="select" name="language" label={w.language} defaultValue="ar">
              <option value="ar" lang="ar">
                العربية
              </option>
              <option value="en" lang="en">
                English
              </option>
            </Field>
          </Pair>
          <CheckboxGroup
            name="modality"
            legend={at(f.modality, 0)}
            error={at(f.modality, 1)}
            options={[2, 3, 4].map((index) => ({ value: `${index}`, label: at(f.modality, index) }))}
          />
          <RadioGroup
            name="visible"
            legend={at(f.visible, 0)}
            chosen="members"
            options={[
              { value: 'members', label: at(f.visible, 1), hint: at(f.visible, 3) },
              { value: 'everyone', label: at(f.visible, 2) },
            ]}
          />
          <Checkbox name="agree" label={f.agree} checked />
          <FormActions note={f.tells}>
            <Button kind="go" busy>
              {f.send}
            </Button>
            <Button kind="link">{f.later}</Button>
          </FormActions>
        </Form>
      </Stack>
    </Shell>
  );
}

export function StatesPage({ lang }: PageProps) {
  const w = words[lang];
  return (
    <Shell lang={lang} here={0}>
      <Split
        lead={<PageHead title={w.today} />}
        side={
          <Section title={at(w.filters, 1)} open>
            <Filters
              summary={at(w.filters, 0)}
              action="/requests"
              submit={at(w.filters, 2)}
              clear={{ href: '/requests', label: at(w.filters, 3) }}
              open
            >
              <RadioGroup
                name="kind"
                legend={at(w.filters, 1)}
                chosen="need"
                options={[
                  { value: 'need', label: w.need },
                  { value: 'offer', label: at(w.places, 2) },
                ]}
              />
            </Filters>
            <Details summary={w.more}>{w.moreText}</Details>
          </Section>
        }
      >
        {tones.map((tone, index) => (
          <Notice key={tone} tone={tone} title={at(at(w.notices, index), 0)}>
            {at(at(w.notices, index), 1)}
          </Notice>
        ))}
        <Empty title={at(w.empty, 0)} action={<Button href="/requests/new">{at(w.empty, 2)}</Button>}>
          {at(w.empty, 1)}
        </Empty>
        <Section title={at(w.places, 1)} note={<StaleMark old>{w.stale}</StaleMark>}>
          <Rows brief>
            <li>
              <Title href="#long" lang="en">
                Twinning of the Municipal Corporation’s Department of Cross-border Electronic Commerce Facilitation
              </Title>
              <Tag href="#theme">{at(w.places, 2)}</Tag> <Tag>{w.need}</Tag>
            </li>
            <li>
              <Skeleton label={w.loading} lines={4} />
            </li>
          </Rows>
          <Pager
            label={at(w.pager, 0)}
            previous={{ href: '?before', label: at(w.pager, 1) }}
            next={{ href: '?after', label: at(w.pager, 2) }}
            here={at(w.pager, 3)}
          />
        </Section>
        <SendState label={at(w.reply, 3)} now={1} steps={sends(lang)} />
        <SendState label={at(w.reply, 3)} now={1} outcome="failed" steps={sends(lang)} />
        <Meta>
          {squares.map((square, index) => (
            <State key={square} square={square} tone={square === 'cross' ? 'stop' : undefined}>
              {at(w.states, index)}
            </State>
          ))}
        </Meta>
        <p>
          {(Object.keys(drawings) as IconName[]).map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
        <LiveRegion>{w.published}</LiveRegion>
      </Split>
    </Shell>
  );
}
