import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const russian: readonly LabelledNeed[] = [
  {
    id: 25,
    locale: 'ru',
    asker: askers.osh,
    title: 'Выпуск грузов без очередей на терминале',
    wanted:
      'Мы хотим принимать декларации до прибытия груза и сократить число справок. Нужен порт, который измерял время оформления до и после таких перемен.',
    themes: ['customs', 'ports'],
    sdgs: [9, 16],
    modalities: ['peer_exchange', 'data_tools'],
    answers: { tianjin: 3, guangzhou: 1, 'belarus-state-customs-committee': 1 },
  },
  {
    id: 26,
    locale: 'ru',
    asker: askers.dushanbe,
    title: 'Поезда с фруктами на север и обратно не порожняком',
    wanted:
      'Город далёк от моря, зато у нас есть железнодорожный узел. Ищем партнёра, который возит охлаждённые продукты по железной дороге и знает, какие товары для неё выгодны.',
    themes: ['rail-freight'],
    sdgs: [2, 9],
    modalities: ['twinning', 'policy_advice'],
    answers: { zhengzhou: 3, 'russia-focal': 1, 'kazakhstan-focal': 1, 'henan-province': 1 },
  },
  {
    id: 27,
    locale: 'ru',
    asker: askers.osh,
    title: 'Кредиты малым экспортёрам без залога недвижимости',
    wanted:
      'У таможни есть сведения о каждой поставке, но банки их не видят. Хотим узнать, на каком правовом основании можно передавать такие данные и как строится оценка риска.',
    themes: ['sme-finance', 'public-data'],
    sdgs: [8, 9],
    modalities: ['policy_advice', 'technology_transfer'],
    answers: { qingdao: 3, 'shandong-province': 2 },
  },
  {
    id: 28,
    locale: 'ru',
    asker: askers.dushanbe,
    title: 'Национальный костюм как товар для интернет-магазина',
    wanted:
      'Сотни семей шьют традиционную одежду и продают её только на базаре. Интересен опыт сельского района, где швейные мастерские выросли вокруг продаж в сети.',
    themes: ['culture', 'rural-ecommerce'],
    sdgs: [1, 8],
    modalities: ['peer_exchange', 'study_visit'],
    answers: { 'caoxian-county': 3, kolkata: 1, yiwu: 1 },
  },
  {
    id: 29,
    locale: 'ru',
    asker: askers.osh,
    title: 'Научить крестьянские семьи торговать через интернет',
    wanted:
      'Курсы для студентов не дали результата: торгует вся семья. Нужна программа дистанционного обучения для семейных хозяйств отдалённых сёл.',
    themes: ['talent', 'rural-ecommerce'],
    sdgs: [1, 4],
    modalities: ['training'],
    answers: { 'zha-lan-tun': 3, 'caoxian-county': 1, 'chengkou-county': 1, hulunbuir: 1 },
  },
  {
    id: 30,
    locale: 'ru',
    asker: askers.dushanbe,
    title: 'С чего начинать пилотную зону электронной торговли',
    wanted:
      'Правительство разрешило городу создать зону трансграничной электронной торговли. Просим показать устройство зоны, её услуги предприятиям и ошибки первых лет.',
    themes: ['pilot-zones', 'regulation'],
    sdgs: [8, 9, 17],
    modalities: ['study_visit', 'policy_advice'],
    answers: {
      hangzhou: 3,
      qingdao: 2,
      guangzhou: 2,
      'shandong-province': 2,
      nanjing: 2,
      cicete: 2,
      zhengzhou: 1,
      jinan: 1,
      'sichuan-pilot-zone': 1,
      'itc-geneva': 1,
    },
  },
];
