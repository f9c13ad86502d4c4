import { askers } from './askers.ts';
import type { LabelledNeed } from './need.ts';

export const spanish: readonly LabelledNeed[] = [
  {
    id: 13,
    locale: 'es',
    asker: askers.cartagena,
    title: 'Aprender a vender en directo por vídeo',
    wanted:
      'Nuestros artesanos tienen teléfono y seguidores, pero no saben presentar sus productos en una transmisión en vivo. Buscamos una ciudad que lo promueva desde el gobierno local.',
    themes: ['branding', 'talent'],
    sdgs: [4, 8],
    modalities: ['training'],
    answers: { guangzhou: 3, ningbo: 1, shenzhen: 1 },
  },
  {
    id: 14,
    locale: 'es',
    asker: askers.laPaz,
    title: 'Cobrar del extranjero sin perder la ganancia',
    wanted:
      'Las comisiones de los pagos transfronterizos se llevan una décima parte de cada venta pequeña. Queremos comparar pasarelas de pago y conocer soluciones de tecnología financiera.',
    themes: ['payments'],
    sdgs: [8, 10],
    modalities: ['policy_advice', 'peer_exchange'],
    answers: { shanghai: 2, 'sichuan-pilot-zone': 2, 'york-university': 2, 'brazil-startup-committee': 1, uneca: 1 },
  },
  {
    id: 15,
    locale: 'es',
    asker: askers.laPaz,
    title: 'Una ciudad sin mar que quiere vivir del tren',
    wanted:
      'No tenemos puerto. Deseamos planear con otra ciudad sin litoral qué mercancías convienen al ferrocarril y cómo llenar los vagones de regreso.',
    themes: ['rail-freight', 'logistics'],
    sdgs: [9, 11],
    modalities: ['twinning', 'study_visit'],
    answers: { zhengzhou: 3, 'russia-focal': 1, 'henan-province': 1, 'kazakhstan-focal': 1 },
  },
  {
    id: 16,
    locale: 'es',
    asker: askers.cartagena,
    title: 'Del taller al comprador, sin intermediario',
    wanted:
      'Pequeños fabricantes de calzado venden todo a través de casas comerciales. Quisiéramos digitalizarlos para que traten directamente con tiendas y hogares de otros países.',
    themes: ['industry-digitalisation', 'small-business'],
    sdgs: [8, 9],
    modalities: ['technology_transfer', 'training'],
    answers: { hangzhou: 3, 'zhejiang-province': 2, yiwu: 1, 'caoxian-county': 1 },
  },
  {
    id: 17,
    locale: 'es',
    asker: askers.cartagena,
    title: 'Tener la mercancía cerca del cliente lejano',
    wanted:
      'La entrega tarda seis semanas. Nos interesa compartir un almacén en el extranjero que preste también servicio posventa a nuestros exportadores.',
    themes: ['logistics', 'market-access'],
    sdgs: [8, 9],
    modalities: ['joint_pilot'],
    answers: { hangzhou: 3, 'shandong-province': 3, guangzhou: 2 },
  },
  {
    id: 18,
    locale: 'es',
    asker: askers.laPaz,
    title: 'Saber quién queda fuera de la venta por internet',
    wanted:
      'Fuera de la ciudad faltan electricidad y conexión. Necesitamos un método de encuesta a empresas y hogares para medir la brecha digital antes de invertir.',
    themes: ['digital-divide', 'monitoring'],
    sdgs: [9, 10],
    modalities: ['data_tools', 'policy_advice'],
    answers: { uneca: 3, catis: 1, kolkata: 1 },
  },
];
