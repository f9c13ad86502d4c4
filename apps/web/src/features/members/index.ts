export { AdminTabs } from './admin-tabs.tsx';
export { MeTabs } from './me-tabs.tsx';
export { organisationsQuery } from './members.queries.ts';
