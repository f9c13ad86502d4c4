import { describe, expect, it } from '@jest/globals';
import { type Actor, system, visitor } from '../kernel/index.ts';
import {
  addOrganisation,
  editOrganisation,
  matches,
  noFilter,
  type OrganisationFacts,
  regionOf,
  settleOrganisation,
} from './index.ts';

const kolkata: OrganisationFacts = {
  id: 'kolkata',
  version: 1,
  kind: 'city',
  type: 'city_gov',
  country: 'IN',
  themes: ['small-business', 'tourism'],
  placeholder: true,
};
const member = (more: Partial<Actor> = {}): Actor => ({ ...visitor, kind: 'member', id: 'ana', ...more });
const delegate = member({ affiliations: [{ organisationId: 'kolkata', role: 'delegate' }] });
const colleague = member({ affiliations: [{ organisationId: 'kolkata', role: 'staff' }] });
const admin = member({ roles: ['admin'] });
const broker = member({ roles: ['broker'] });

describe('a region', () => {
  it.each([
    ['africa', ['BJ', 'ET', 'KE', 'NG', 'ZA', 'EG']],
    ['americas', ['BR', 'CA', 'US', 'JM']],
    ['asia', ['CN', 'IN', 'BD', 'KZ', 'KG', 'LA', 'HK', 'AM', 'CY', 'TR', 'TL']],
    ['europe', ['CH', 'RU', 'BY', 'GB']],
    ['oceania', ['NZ', 'FJ', 'TV']],
    ['global', [null, 'AQ', '', 'ZZ']],
  ] as const)('%s holds %j', (region, countries) => {
    expect(countries.map(regionOf)).toEqual(countries.map(() => region));
  });

  it('knows every country the platform can name, each once', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    // What CLDR names beside countries: groupings, private use, and codes that ISO only reserves.
    const others = new Set(
      'AC AN AQ BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UN XA XB YD YU ZR ZZ UK HV DY NH RH VD'.split(' '),
    );
    const countries = letters.flatMap((a) => letters.map((b) => a + b)).filter((c) => !others.has(c) && names.of(c));
    expect(countries.length).toBe(249);
    expect(countries.filter((country) => regionOf(country) === 'global')).toEqual([]);
  });
});

describe('the directory', () => {
  it.each([
    [noFilter, true],
    [{ ...noFilter, theme: 'tourism' }, true],
    [{ ...noFilter, theme: 'ports' }, false],
    [{ ...noFilter, region: 'asia' }, true],
    [{ ...noFilter, region: 'africa' }, false],
    [{ ...noFilter, kind: 'county' }, false],
    [{ theme: 'tourism', region: 'asia', kind: 'city' }, true],
  ] as const)('narrowed to %j shows Kolkata: %s', (filter, shown) => {
    expect(matches(filter, kolkata)).toBe(shown);
  });

  it('takes a new organisation as a placeholder, from brokers and administrators', () => {
    const { version: _, placeholder: __, ...wish } = kolkata;
    expect(addOrganisation(wish, broker)).toMatchObject({
      change: { placeholder: true },
      happening: { name: 'cities.organisation.added', stream: 'organisation:kolkata' },
    });
    for (const actor of [visitor, delegate])
      expect(() => addOrganisation(wish, actor)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });

  it('lets those who act for a city describe it, and administrators name it', () => {
    expect(editOrganisation(kolkata, { themes: ['ports'] }, delegate).happening.data).toEqual({
      organisationId: 'kolkata',
      fields: ['themes'],
    });
    expect(() => editOrganisation(kolkata, { themes: [] }, colleague)).toThrow('cities.refuse.organisationNotYours');
    expect(() => editOrganisation(kolkata, { name: 'Calcutta' }, delegate)).toThrow('cities.refuse.nameNotYours');
    expect(editOrganisation(kolkata, { name: 'Kolkata' }, admin).change).toEqual({ name: 'Kolkata' });
  });

  it('settles a placeholder once', () => {
    expect(settleOrganisation(kolkata, system).change).toEqual({ placeholder: false });
    expect(() => settleOrganisation({ ...kolkata, placeholder: false }, system)).toThrow(
      'cities.refuse.settledAlready',
    );
    expect(() => settleOrganisation(kolkata, delegate)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });
});
