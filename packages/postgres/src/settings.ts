export type ServerSettings = Readonly<Record<string, string | number>>;

/**
 * For one small server (2 cores, 4 GiB) whose memory is shared with the application. PostgreSQL's own defaults are meant
 * for spinning disks and for a database that must fit anywhere.
 */
export const houseSettings: ServerSettings = {
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // Solid-state disks read at random nearly as fast as in order.
  random_page_cost: 1.1,
  // Compiling a plan takes longer than our queries run.
  jit: 'off',
  // Fewer checkpoints, smaller log; the bundled build knows neither lz4 nor zstd.
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  wal_compression: 'pglz',
  // A forgotten transaction must not hold back vacuum for days.
  idle_in_transaction_session_timeout: '5min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file a weekday, a week of them, in `<dir>/log`.
  logging_collector: 'on',
  log_directory: '../log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: 0,
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] %d ',
  log_min_duration_statement: '1s',
};
