import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const portuguese: readonly LabelledNeed[] = [
  {
    id: 19,
    locale: 'pt',
    asker: askers.praia,
    title: 'Incubadoras que atravessam fronteiras',
    wanted:
      'As nossas empresas jovens não têm mercado em casa. Queremos ligar a nossa incubadora a programas públicos de apoio a startups noutros países.',
    themes: ['entrepreneurship', 'regional-integration'],
    sdgs: [8, 17],
    modalities: ['peer_exchange', 'twinning'],
    answers: { 'brazil-startup-committee': 3, 'op-jindal-university': 2, hangzhou: 2 },
  },
  {
    id: 20,
    locale: 'pt',
    asker: askers.maputo,
    title: 'Etiquetas que provem a origem do camarão e do caju',
    wanted:
      'Os compradores pedem rastreabilidade e não a podemos mostrar. Procuramos um sistema de etiquetas que a alfândega e o consumidor possam verificar.',
    themes: ['consumer-protection', 'agriculture'],
    sdgs: [9, 12],
    modalities: ['technology_transfer'],
    answers: { tianjin: 3, guangzhou: 3 },
  },
  {
    id: 21,
    locale: 'pt',
    asker: askers.maputo,
    title: 'Um posto de serviço digital em cada aldeia',
    wanted:
      'As distâncias são enormes e as encomendas poucas. Queremos saber como escolher e formar quem dirige o posto e como juntar as entregas de várias transportadoras.',
    themes: ['rural-ecommerce', 'logistics'],
    sdgs: [1, 9],
    modalities: ['training', 'peer_exchange'],
    answers: { 'zha-lan-tun': 3, hulunbuir: 2, 'caoxian-county': 1 },
  },
  {
    id: 22,
    locale: 'pt',
    asker: askers.maputo,
    title: 'Crédito em sementes e adubo, não em dinheiro',
    wanted:
      'Os bancos não emprestam a camponeses sem garantias. Gostaríamos de testar um empréstimo pago diretamente ao fornecedor dos insumos.',
    themes: ['sme-finance', 'agriculture'],
    sdgs: [1, 2, 8],
    modalities: ['joint_pilot', 'policy_advice'],
    answers: { 'zha-lan-tun': 3, qingdao: 2, 'shandong-province': 1 },
  },
  {
    id: 23,
    locale: 'pt',
    asker: askers.praia,
    title: 'Quando o mercado municipal teve de fechar',
    wanted:
      'Na pandemia os vendedores de comida ficaram sem clientes. Queremos estar preparados: encomendas em linha, pagamento digital e entrega em casa.',
    themes: ['covid-recovery', 'agriculture'],
    sdgs: [2, 8, 11],
    modalities: ['peer_exchange'],
    answers: { 'benin-aced': 3, 'kenya-focal': 2, hulunbuir: 2, kolkata: 1, nanjing: 1 },
  },
  {
    id: 24,
    locale: 'pt',
    asker: askers.praia,
    title: 'Leis para vender em linha além-fronteiras',
    wanted:
      'Preparamos um código sobre assinatura digital, direitos do consumidor e impostos nas vendas em linha e queremos compará-lo com as regras de um mercado comum.',
    themes: ['regulation'],
    sdgs: [16, 17],
    modalities: ['policy_advice'],
    answers: { uneca: 3, 'university-of-canterbury': 2, 'belarus-state-customs-committee': 1, 'unc-greensboro': 1 },
  },
];
