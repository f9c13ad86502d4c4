import type { Locale } from '@baraza/domain/kernel';
import { demoId } from '../demo/ids.ts';

/** Who speaks in the demo's threads, as the content names them: by role, in the language of the post. */
export interface Author {
  readonly role: string;
  /** The organisation they speak for; null for somebody who speaks for themself. */
  readonly member: string | null;
}
export interface Voice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly locale: Locale;
}

const isFocalPoint = /focal|Координатор|县联络人/i;

/** Offices that speak in several languages are one account, named once. */
const desks: Readonly<Record<string, string>> = {
  'belarus-state-customs-committee': 'Belarus State Customs Committee',
  'caoxian-county': 'Caoxian e-commerce centre',
  guangzhou: 'Guangzhou commerce office',
  qingdao: 'Qingdao pilot zone centre',
  tianjin: 'Tianjin port services desk',
  'zha-lan-tun': 'Zha Lan Tun service centre',
  zhengzhou: 'Zhengzhou logistics office',
};

/** The account behind a role: the focal point that the members' room has made, an office, or somebody named by their role alone. */
export function voiceOf({ role, member }: Author, locale: Locale): Voice {
  const focal = member !== null && isFocalPoint.test(role);
  const desk = member && desks[member];
  const slug = focal ? `${member}-focal-point` : desk ? `desk-${member}` : `voice:${role}`;
  return { id: demoId('member', slug), slug, name: desk || role, organisation: member, locale };
}
