import type { OrganisationType } from '@baraza/domain/cities';

/** IANA zone of the place, or of the seat where a body serves a whole country. */
type Zone = `${string}/${string}`;
/** What the documents do not say and a directory needs: in what capacity it cooperates, whose clock it keeps, which languages it works in. */
export type DemoPlace = readonly [OrganisationType, Zone, readonly string[]];

const chinese = ['Asia/Shanghai', ['zh', 'en']] as const;
const indian = ['Asia/Kolkata', ['en', 'hi']] as const;

export const demoPlaces: Readonly<Record<string, DemoPlace>> = {
  hangzhou: ['city_gov', ...chinese],
  guangzhou: ['city_gov', ...chinese],
  zhengzhou: ['city_gov', ...chinese],
  tianjin: ['city_gov', ...chinese],
  qingdao: ['city_gov', ...chinese],
  chongqing: ['city_gov', ...chinese],
  'chengkou-county': ['subnational_gov', ...chinese],
  'zha-lan-tun': ['subnational_gov', ...chinese],
  hulunbuir: ['subnational_gov', ...chinese],
  nanjing: ['city_gov', ...chinese],
  ningbo: ['city_gov', ...chinese],
  beijing: ['city_gov', ...chinese],
  shanghai: ['city_gov', ...chinese],
  shenzhen: ['city_gov', ...chinese],
  yiwu: ['city_gov', ...chinese],
  jinan: ['city_gov', ...chinese],
  'caoxian-county': ['subnational_gov', ...chinese],
  'henan-province': ['subnational_gov', ...chinese],
  'shandong-province': ['subnational_gov', ...chinese],
  'zhejiang-province': ['subnational_gov', ...chinese],
  'sichuan-pilot-zone': ['academia', ...chinese],
  'hong-kong-logistics-chamber': ['ngo_cso', 'Asia/Hong_Kong', ['zh', 'en']],
  kolkata: ['city_gov', 'Asia/Kolkata', ['en', 'bn']],
  'ncaer-new-delhi': ['academia', ...indian],
  'benin-aced': ['ngo_cso', 'Africa/Porto-Novo', ['fr']],
  'brazil-startup-committee': ['national_gov', 'America/Sao_Paulo', ['pt']],
  'belarus-state-customs-committee': ['national_gov', 'Europe/Minsk', ['ru', 'be']],
  uneca: ['un_igo', 'Africa/Addis_Ababa', ['en', 'fr', 'ar']],
  'itc-geneva': ['un_igo', 'Europe/Zurich', ['en', 'fr', 'es']],
  unossc: ['un_igo', 'America/New_York', ['en', 'fr', 'es']],
  catis: ['ngo_cso', ...chinese],
  cicete: ['facilitator', ...chinese],
  aibo: ['academia', ...chinese],
  'shandong-foreign-trade-college': ['academia', ...chinese],
  'york-university': ['academia', 'America/Toronto', ['en', 'fr']],
  'university-of-canterbury': ['academia', 'Pacific/Auckland', ['en']],
  'institute-for-global-dialogue': ['ngo_cso', 'Africa/Johannesburg', ['en']],
  'unc-greensboro': ['academia', 'America/New_York', ['en']],
  'op-jindal-university': ['academia', ...indian],
  'bangladesh-focal': ['national_gov', 'Asia/Dhaka', ['bn', 'en']],
  'armenia-focal': ['national_gov', 'Asia/Yerevan', ['hy', 'ru']],
  'kazakhstan-focal': ['national_gov', 'Asia/Almaty', ['kk', 'ru']],
  'kyrgyzstan-focal': ['national_gov', 'Asia/Bishkek', ['ky', 'ru']],
  'russia-focal': ['national_gov', 'Europe/Moscow', ['ru']],
  'kenya-focal': ['national_gov', 'Africa/Nairobi', ['en', 'sw']],
  'nigeria-focal': ['national_gov', 'Africa/Lagos', ['en']],
  'lao-pdr-focal': ['national_gov', 'Asia/Vientiane', ['lo', 'en']],
};
