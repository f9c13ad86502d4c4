import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const french: readonly LabelledNeed[] = [
  {
    id: 7,
    locale: 'fr',
    asker: askers.dakar,
    title: 'Un premier entrepôt sous douane pour le commerce en ligne',
    wanted:
      'Nos importateurs paient les droits bien avant d’avoir vendu. Nous voulons comprendre comment stocker en vrac sous douane puis livrer à la pièce quand l’acheteur commande.',
    themes: ['logistics', 'customs'],
    sdgs: [8, 9],
    modalities: ['study_visit', 'technology_transfer'],
    answers: { zhengzhou: 3, 'henan-province': 3, guangzhou: 2, 'itc-geneva': 2, hangzhou: 1 },
  },
  {
    id: 8,
    locale: 'fr',
    asker: askers.bujumbura,
    title: 'Livrer à domicile les légumes de nos maraîchers',
    wanted:
      'Chaque vendeur organise sa propre tournée et le dernier kilomètre coûte plus que la marchandise. Nous cherchons un modèle d’alliance entre un acheteur de produits agricoles et une place de marché, avec des livraisons groupées.',
    themes: ['agriculture', 'logistics'],
    sdgs: [2, 8],
    modalities: ['peer_exchange', 'joint_pilot'],
    answers: { 'kenya-focal': 3, 'benin-aced': 2, 'zha-lan-tun': 2 },
  },
  {
    id: 9,
    locale: 'fr',
    asker: askers.dakar,
    title: 'Un seul guichet pour les petits exportateurs',
    wanted:
      'Un exportateur doit aujourd’hui passer par la douane, le fisc, la banque et la police. Nous souhaitons relier ces administrations derrière une seule plateforme publique.',
    themes: ['single-window', 'small-business'],
    sdgs: [9, 16],
    modalities: ['policy_advice', 'technology_transfer'],
    answers: { guangzhou: 3, tianjin: 3 },
  },
  {
    id: 10,
    locale: 'fr',
    asker: askers.bujumbura,
    title: 'Des règles douanières communes avec nos voisins',
    wanted:
      'Un colis accepté chez nous est retenu de l’autre côté de la frontière. Nous cherchons des pays qui appliquent les mêmes dispositions aux achats en ligne et qui se concertent dans un groupe de travail.',
    themes: ['customs', 'regional-integration'],
    sdgs: [16, 17],
    modalities: ['policy_advice'],
    answers: {
      'belarus-state-customs-committee': 3,
      'armenia-focal': 2,
      'kazakhstan-focal': 2,
      'kyrgyzstan-focal': 2,
      'russia-focal': 2,
      uneca: 2,
    },
  },
  {
    id: 11,
    locale: 'fr',
    asker: askers.dakar,
    title: 'Former les agents de la ville au commerce électronique',
    wanted:
      'Une vingtaine de fonctionnaires doivent apprendre les bases du commerce électronique transfrontalier. Un cours de quelques jours, avec attestation, nous conviendrait.',
    themes: ['talent'],
    sdgs: [4, 17],
    modalities: ['training'],
    answers: { aibo: 3, 'shandong-foreign-trade-college': 3, shanghai: 1, cicete: 1, catis: 1, shenzhen: 1 },
  },
  {
    id: 12,
    locale: 'fr',
    asker: askers.bujumbura,
    title: 'Que nos visiteurs deviennent des clients fidèles',
    wanted:
      'Des citadins viennent pour nos collines et repartent les mains vides. Nous aimerions leur vendre ensuite par internet miel, café et autres produits du terroir, au profit des familles pauvres.',
    themes: ['tourism', 'poverty-reduction'],
    sdgs: [1, 8, 12],
    modalities: ['peer_exchange', 'study_visit'],
    answers: { 'chengkou-county': 3, chongqing: 2, 'caoxian-county': 1 },
  },
];
