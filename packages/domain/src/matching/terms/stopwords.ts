import type { Locale } from '../../kernel/index.ts';

/** Words that carry no meaning of their own: left out between the words of a name, and never evidence. */
const lists: Readonly<Record<Locale, string>> = {
  en:
    'the an and or of to in on at by for from with as is are was were be been it its this that these those we our us ' +
    'you your they their them he his she her who whom which what when where how why not nor so than then there here ' +
    'can could would should will may might must do does did done have has had more most some any all each every two ' +
    'other another such only own same very just into over under about between through during while because if ' +
    'also but up out off new want need like look ask help use make get give take find know learn way place ' +
    'within across along among around against toward towards until since whether yet still again well become becomes ' +
    'becoming became lack lacks lacking helping supplying',
  fr:
    'le la les un une des du de au aux et ou en dans sur par pour avec chez vers est sont était être été ce cet cette ' +
    'ces qui que quoi dont où quand comment ne pas plus moins il elle ils elles nous vous on notre nos votre vos leur ' +
    'leurs son sa ses se si aussi mais donc or ni car puis entre pendant tout tous toute toutes autre autres ' +
    'même chaque deux qu lors afin ainsi nouveau nouvelle souhaitons cherchons voulons aimerions faire fait peut doit ' +
    'doivent avoir ont avons',
  es:
    'el la los las un una unos unas de del al y o u en con por para sobre entre desde hasta hacia es son era ser sido ' +
    'está están este esta estos estas ese esa que quien cual cuando donde como ni más menos muy ya se su sus nuestro ' +
    'nuestra nuestros nuestras nos lo le les me mi si también pero porque todo todos toda todas otro otra otros otras ' +
    'mismo misma cada dos nuevo nueva queremos buscamos deseamos quisiéramos necesitamos hacer tener tenemos tienen ' +
    'puede pueden debe',
  pt:
    'os as um uma uns umas de do da dos das ao aos na no nas nos em com por para pelo pela pelos pelas sobre entre ' +
    'desde até é são era ser sido está estão este esta estes estas esse essa que quem qual quando onde como nem mais ' +
    'menos muito já se seu sua seus suas nosso nossa nossos nossas lhe lhes me si também mas porque todo todos toda ' +
    'todas outro outra outros outras mesmo mesma cada dois duas novo nova queremos procuramos gostaríamos precisamos ' +
    'fazer ter temos têm pode podem deve',
  ru:
    'и в во на с со к ко у о об от из за по под над при для между через про ни но а или что чтобы как так также это ' +
    'этот эта эти тот та те который которая которые кто где когда есть быть был была были мы нас нам наш наша наше ' +
    'наши вы ваш они их им он она его её ее свой свои себя только уже ещё еще же бы ли если все всё весь вся каждый ' +
    'другой один одна два хотим ищем нужен нужна нужно нужны просим можно может могут новый такой',
  ar:
    'في من إلى الى على عن مع بين عند أن ان إن أو او ثم ما لم لن هو هي هم هذا هذه ذلك تلك الذي التي الذين كل بعض كما ' +
    'قد كان كانت يكون تكون لدينا نحن أي لها له لهم به بها فيه فيها منها عليه حتى إذا اذا نريد نحتاج نبحث نطلب نود كيف',
  zh:
    '我们 你们 他们 她们 它们 自己 这个 那个 这些 那些 什么 怎样 怎么 如何 哪些 为了 以及 或者 并且 但是 因为 所以 如果 同时 可以 能够 应该 ' +
    '需要 希望 想要 了解 学习 提供 进行 使用 通过 没有 已经 正在 一个 一些 许多 各国 不同 其他 目前 现在 之后 之前 其中 对于 关于 缺乏 缺少',
};

/** Words that turn a name into another one (`without a port`): kept between the words of a name, never evidence alone. */
const turning: Readonly<Record<Exclude<Locale, 'zh'>, string>> = {
  en: 'without no one before after',
  fr: 'sans sous avant après',
  es: 'sin no antes',
  pt: 'sem não antes',
  ru: 'без не до',
  ar: 'دون بلا بدون غير قبل بعد لا',
};

const setsOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(table).map(([locale, list]) => [locale, new Set(list.split(' '))]));
const stopwords = setsOf(lists);
const turns = setsOf(turning);

export const isStopword = (locale: Locale, word: string): boolean => stopwords.get(locale)?.has(word) ?? false;
export const isTurning = (locale: Locale, word: string): boolean => turns.get(locale)?.has(word) ?? false;
