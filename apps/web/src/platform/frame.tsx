import { Footer, Frame, type Place as FramePlace } from '@baraza/ui';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Connection } from './connection.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useUnread } from './live/use-unread.ts';
import type { Place } from './page.ts';
import { useSearchKey } from './search-key.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { useWorld } from './world.ts';

/** Who sees the brokers' desk in the rail. */
const deskRoles = ['broker', 'lead_broker'];

/** The frame around every page: places, who I am, language and appearance. */
export function PageFrame({
  place,
  mainForm,
  layout,
  children,
}: {
  place: Place | undefined;
  mainForm?: boolean | undefined;
  layout?: 'desk' | undefined;
  children: ReactNode;
}) {
  const { i18n, reader } = useWorld();
  const [path] = useLocation();
  const search = useSearch();
  const here = search ? `${path}?${search}` : path;
  const has = (...roles: string[]) => reader?.roles.some((role) => roles.includes(role)) ?? false;
  const counts = reader?.counts ?? {};
  const unread = useUnread();
  useSearchKey();
  const places: FramePlace[] = [
    { href: '/', label: i18n.t('kernel.place.home'), icon: 'home', current: place === 'home' },
    { href: '/forums', label: i18n.t('kernel.place.forums'), icon: 'forums', current: place === 'forums' },
    { href: '/requests', label: i18n.t('kernel.place.requests'), icon: 'requests', current: place === 'requests' },
    { href: '/programme', label: i18n.t('kernel.place.live'), icon: 'live', current: place === 'live' },
    reader
      ? {
          href: '/inbox',
          label: i18n.t('kernel.place.me'),
          icon: 'me',
          current: place === 'me',
          count: unread,
          counted: i18n.t('kernel.unread'),
        }
      : { href: '/sign-in', label: i18n.t('kernel.signIn'), icon: 'me', current: place === 'me' },
    {
      href: '/cities',
      label: i18n.t('kernel.place.cities'),
      icon: 'city',
      current: place === 'cities',
      wideOnly: true,
    },
    {
      href: '/stories',
      label: i18n.t('kernel.place.stories'),
      icon: 'story',
      current: place === 'stories',
      wideOnly: true,
    },
  ];
  if (has(...deskRoles))
    places.push({
      href: '/desk',
      label: i18n.t('kernel.place.desk'),
      icon: 'desk',
      current: place === 'desk',
      count: counts['desk'],
      wideOnly: true,
    });
  if (has('admin'))
    places.push({
      href: '/admin',
      label: i18n.t('kernel.place.admin'),
      icon: 'admin',
      current: place === 'admin',
      count: counts['admin'],
      wideOnly: true,
    });
  return (
    <Frame
      words={{ skip: i18n.t('kernel.skipToContent'), search: i18n.t('kernel.search'), places: i18n.t('kernel.places') }}
      brand={{ href: '/', label: i18n.t('kernel.brand') }}
      places={places}
      layout={layout}
      banner={<Connection />}
      acting={
        reader
          ? {
              name: (
                <a className="plain" href="/me">
                  <bdi>{reader.name}</bdi>
                </a>
              ),
              detail: reader.actingFor && <bdi>{reader.actingFor.name}</bdi>,
            }
          : undefined
      }
      footer={
        <Footer
          links={[
            { href: '/cities', label: i18n.t('kernel.place.cities') },
            { href: '/stories', label: i18n.t('kernel.place.stories') },
            { href: '/promise', label: i18n.t('kernel.place.promise') },
            { href: '/unmet', label: i18n.t('kernel.place.unmet') },
            ...(reader ? [{ href: '/me', label: i18n.t('kernel.account') }] : []),
            ...(has(...deskRoles) ? [{ href: '/desk', label: i18n.t('kernel.place.desk') }] : []),
            ...(has('admin') ? [{ href: '/admin', label: i18n.t('kernel.place.admin') }] : []),
            { href: '/api/docs', label: i18n.t('kernel.forPrograms') },
          ]}
        >
          <LanguageSwitch here={here} mainForm={mainForm} />
          <ThemeSwitch here={here} />
        </Footer>
      }
    >
      {children}
    </Frame>
  );
}
