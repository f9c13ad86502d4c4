import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

/** Prometheus figures: requests by route and status, the queue, and the process. Routes are templates, so the number of series is bounded. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Requests by route template',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers: [this.registry],
    });
    const gauge = (name: string, help: string, sql: string) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect() {
          const [row]: { n: string }[] = await dataSource.query(sql);
          this.set(Number(row?.n ?? 0));
        },
      });
    gauge(
      'baraza_jobs_waiting',
      'Jobs that could run now',
      `select count(*) n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`,
    );
    gauge(
      'baraza_jobs_parked',
      'Jobs that failed for good',
      `select count(*) n from graphile_worker.jobs where attempts >= max_attempts`,
    );
    gauge(
      'baraza_timers_overdue',
      'Deadlines past due by a minute and not fired',
      `select count(*) n from timer where state = 'armed' and due_at < now() - interval '1 minute'`,
    );
    gauge('baraza_mail_failed', 'Mails the server did not take', `select count(*) n from mail where state = 'failed'`);
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  async scrape(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
