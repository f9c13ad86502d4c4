import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const arabic: readonly LabelledNeed[] = [
  {
    id: 31,
    locale: 'ar',
    asker: askers.aqaba,
    title: 'ميناء بلا أوراق',
    wanted:
      'ما زالت بوالص الشحن وقوائم المعدات تُسلَّم باليد، ويطول انتظار الحاويات. نريد الاطلاع على محطة حاويات ذكية وعلى خدمات رقمية يستعملها التجار في الميناء.',
    themes: ['ports', 'digital-infrastructure'],
    sdgs: [9],
    modalities: ['study_visit', 'technology_transfer'],
    answers: { tianjin: 3, guangzhou: 1, shanghai: 1 },
  },
  {
    id: 32,
    locale: 'ar',
    asker: askers.nouakchott,
    title: 'نافذة واحدة للمصدّرين الصغار',
    wanted:
      'يتنقل صاحب الشحنة بين الجمارك والضرائب والشرطة والمصرف. نبحث عن مدينة ربطت هذه الجهات في منصة خدمات عامة واحدة.',
    themes: ['customs', 'small-business'],
    sdgs: [9, 16],
    modalities: ['policy_advice', 'peer_exchange'],
    answers: { guangzhou: 3, tianjin: 3 },
  },
  {
    id: 33,
    locale: 'ar',
    asker: askers.aqaba,
    title: 'مستودعات جمركية لخدمة المتاجر الإلكترونية',
    wanted:
      'لدينا منطقة حرة ومساحات خالية، ونود أن تُخزَّن البضائع فيها دون رسوم إلى أن يطلبها المشتري، ثم تصل إليه خلال أيام.',
    themes: ['bonded-warehousing', 'logistics'],
    sdgs: [8, 9],
    modalities: ['joint_pilot', 'technology_transfer'],
    answers: { zhengzhou: 3, 'henan-province': 3, guangzhou: 2, 'itc-geneva': 1, hangzhou: 1 },
  },
  {
    id: 34,
    locale: 'ar',
    asker: askers.nouakchott,
    title: 'دخل لنساء الريف من البيع عبر الإنترنت',
    wanted:
      'تنتج تعاونيات النساء في قرانا أغذية جيدة ولا تجد من يشتريها. نطلب تجربة مدينة أو مقاطعة فقيرة وصلت قراها بالأسواق عبر التجارة الإلكترونية الريفية.',
    themes: ['women', 'poverty-reduction'],
    sdgs: [1, 5, 8],
    modalities: ['peer_exchange', 'training'],
    answers: {
      'zha-lan-tun': 2,
      'chengkou-county': 2,
      'lao-pdr-focal': 2,
      'caoxian-county': 2,
      chongqing: 2,
      hulunbuir: 1,
    },
  },
  {
    id: 35,
    locale: 'ar',
    asker: askers.nouakchott,
    title: 'من يعرّفنا بمدن من الجنوب؟',
    wanted:
      'لدينا خطة للتجارة الرقمية ولا نعرف من نسأل. نريد جهة تتولى الوساطة في إقامة الشراكات وتربطنا بمدن مستعدة للتعاون فيما بين بلدان الجنوب.',
    themes: ['partnership-brokering'],
    sdgs: [17],
    modalities: ['peer_exchange'],
    answers: { unossc: 3, catis: 3, cicete: 2, beijing: 1, 'institute-for-global-dialogue': 1 },
  },
  {
    id: 36,
    locale: 'ar',
    asker: askers.aqaba,
    title: 'الدفع الرقمي في المتاجر الصغيرة',
    wanted:
      'يفضّل أصحاب المحال النقد ويخشون رسوم بوابات الدفع. نحتاج إلى مشورة في التكنولوجيا المالية وإلى مثال على انتقال التجار إلى الدفع بالهاتف.',
    themes: ['payments', 'small-business'],
    sdgs: [8, 10],
    modalities: ['policy_advice', 'peer_exchange'],
    answers: { 'benin-aced': 2, shanghai: 2, 'york-university': 2, 'sichuan-pilot-zone': 2, uneca: 1 },
  },
];
