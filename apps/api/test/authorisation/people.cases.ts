import { demoId } from '../../src/demo/ids.ts';
import { type CasesOf, plain } from './case.ts';
import { cityId, password } from './people.ts';

const newcomer = { displayName: 'Somebody New', password: 'long enough to pass', locale: 'en' as const };
const nobody = { email: 'nobody@matrix.example' };

export const members: CasesOf<'members'> = {
  session: plain({}),
  signUp: [
    {
      on: '',
      call: async () => (person) => ({ body: { ...newcomer, email: `new-${person.who}@matrix.example` } }),
    },
  ],
  resend: plain({ body: nobody }),
  confirm: [{ on: 'a spent link', call: async () => ({ body: { token: 'spent' } }), spent: true }],
  signIn: [
    {
      on: 'the own account',
      call: async (s) => ({ body: { email: s.people.own.email, password } }),
    },
  ],
  signOut: plain({}),
  forgot: plain({ body: nobody }),
  reset: [
    { on: 'a spent link', call: async () => ({ body: { token: 'spent', password: newcomer.password } }), spent: true },
  ],
  changePassword: plain({ body: { current: password, password } }),
  me: plain({}),
  saveProfile: plain({ body: { version: 1, displayName: 'Another Name', locale: 'en' } }),
  remember: plain({ body: { theme: 'dark' } }),
  actFor: [
    { on: 'a city', call: async () => ({ body: { organisationId: cityId('own') } }) },
    { on: 'oneself', call: async () => ({ body: {} }) },
  ],
  sessions: plain({}),
  revokeSession: [
    {
      on: "the own focal point's",
      call: async (s) => {
        const { id } = s.people.own;
        const sessions = await s.house.db<{ id: string }>(
          `insert into member_session (user_id, token, expires_at) values ($1, gen_random_uuid()::text, now() + interval '1 day') returning id`,
          [id],
        );
        return { params: { id: sessions[0]?.id ?? '' } };
      },
      secret: true,
    },
  ],
  revokeOthers: plain({}),
  organisations: plain({ query: {} }),
  requestAffiliation: [
    {
      on: 'a third city',
      call: async () => ({ body: { organisationId: demoId('organisation', 'chongqing'), role: 'staff' } }),
    },
  ],
  moveAffiliation: [
    {
      on: 'verify a colleague who waits',
      call: async (s) => {
        const { id, version } = await s.waiting();
        return { params: { id }, body: { version, move: 'verify' } };
      },
    },
    {
      on: 'verify a focal point who waits',
      call: async (s) => {
        const { id, version } = await s.waiting('focal_point');
        return { params: { id }, body: { version, move: 'verify' } };
      },
    },
    ...(['leave', 'revoke', 'renew'] as const).map((move) => ({
      on: `${move}: the colleague's`,
      call: async (s: Parameters<(typeof members)['moveAffiliation'][number]['call']>[0]) => {
        const [row] = await s.house.db<{ id: string; version: number }>(
          'select id, version from affiliation where member_id = $1',
          [s.people.colleague.id],
        );
        return { params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, move } };
      },
    })),
  ],
  moveAccount: (['suspend', 'close'] as const).map((move) => ({
    on: `${move}: the own focal point's`,
    call: async (s) => {
      const { version } = await s.by('own').members.me();
      return { params: { id: s.people.own.id }, body: { version, move } };
    },
  })),
  giveRole: (['broker', 'moderator', 'admin'] as const).map((role) => ({
    on: `${role}, to the member`,
    call: async (s) => {
      const { version } = await s.by('member').members.me();
      return { params: { id: s.people.member.id }, body: { version, role } };
    },
  })),
  takeRole: [
    {
      on: "the moderator's",
      call: async (s) => {
        const { version } = await s.by('moderator').members.me();
        return { params: { id: s.people.moderator.id, role: 'moderator' }, body: { version } };
      },
    },
    {
      on: "the broker's",
      call: async (s) => {
        const { version } = await s.by('broker').members.me();
        return { params: { id: s.people.broker.id, role: 'broker' }, body: { version } };
      },
    },
  ],
};

export const admin: CasesOf<'admin'> = {
  overview: plain({}),
  affiliations: plain({ query: {} }),
  members: plain({ query: {} }),
  member: [{ on: 'the own focal point', call: async (s) => ({ params: { id: s.people.own.id } }) }],
  jobs: plain({ query: {} }),
  retryJob: [{ on: 'one that waits', call: async (s) => ({ params: { id: await s.job() } }) }],
  discardJob: [{ on: 'one that waits', call: async (s) => ({ params: { id: await s.job() } }) }],
  mails: plain({ query: {} }),
  mail: [{ on: 'one that is kept', call: async (s) => ({ params: { id: await s.mail() } }) }],
  resendMail: [{ on: 'one that is kept', call: async (s) => ({ params: { id: await s.mail() } }) }],
};

export const notifications: CasesOf<'notifications'> = {
  inbox: plain({ query: {} }),
  markRead: [
    {
      on: "the own focal point's",
      call: async (s) => ({ params: { id: await s.notification() } }),
      secret: true,
    },
  ],
  markAllRead: plain({ body: {} }),
  preferences: plain({}),
  savePreferences: plain({ body: { mail: 'daily', quiet: [] } }),
};
