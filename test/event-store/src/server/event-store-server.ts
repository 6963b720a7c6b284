import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type * as S from '@eventstore/db-client/generated/streams_pb.js';
import { type Metadata, Server, ServerCredentials, type ServiceDefinition, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { batchAppend } from './batch-append.ts';
import { clusterInfo, supportedMethods } from './discovery.ts';
import { Faults } from './faults.ts';
import { type ReadCall, read } from './reading.ts';
import { type Kept, Store, type StoreOptions } from './store.ts';
import { SubscriptionCall } from './subscribing.ts';
import { failure } from './wire.ts';

export type ServerOptions = StoreOptions &
  Readonly<{
    port?: number;
    /** Speaks TLS with this certificate, both as PEM. */
    tls?: Readonly<{ cert: Buffer; key: Buffer }>;
    /** Lets in only this user, `name:password`. */
    user?: string;
  }>;

/**
 * A server that speaks the protocol of EventStoreDB, on the service definitions that the client brings along: reads, appends in batches,
 * subscriptions to `$all` with a filter, server features and gossip. What it does wrong is switched on in `faults`. For tests only.
 */
export class EventStoreServer {
  readonly store: Store;
  readonly faults = new Faults();
  readonly #options: ServerOptions;
  readonly #subscriptions = new Set<SubscriptionCall>();
  #server: Server | undefined;
  port = 0;
  /** How often it was read from. */
  reads = 0;

  constructor(options: ServerOptions = {}) {
    this.#options = options;
    this.store = new Store(options);
  }

  static async start(options: ServerOptions = {}): Promise<EventStoreServer> {
    const server = new EventStoreServer(options);
    await server.start();
    return server;
  }

  /** On the port it had before, if any. */
  async start(): Promise<void> {
    const { tls, port = 0 } = this.#options;
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    this.#addServices(server);
    const credentials = tls
      ? ServerCredentials.createSsl(null, [{ cert_chain: tls.cert, private_key: tls.key }])
      : ServerCredentials.createInsecure();
    this.port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${this.port || port}`, credentials, (error, bound) => (error ? reject(error) : resolve(bound))),
    );
    this.#server = server;
  }

  /** At once: whatever is under way breaks. */
  stop(): void {
    this.#server?.forceShutdown();
  }

  get url(): string {
    return this.#options.tls ? `esdb://localhost:${this.port}` : `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get events(): readonly Kept[] {
    return this.store.log;
  }

  /** Those whose client has not left and which the server has not forgotten. */
  get subscriptions(): readonly SubscriptionCall[] {
    return [...this.#subscriptions].filter(({ isOver }) => !isOver);
  }

  #addServices(server: Server): void {
    const add = (service: unknown, implementation: Record<string, unknown>) =>
      server.addService(service as ServiceDefinition, implementation as UntypedServiceImplementation);
    add(streamsGrpc.StreamsService, { read: this.#read, batchAppend: batchAppend(this.store, this.faults) });
    add(featuresGrpc.ServerFeaturesService, { getSupportedMethods: supportedMethods(this.faults) });
    add(gossipGrpc.GossipService, { read: clusterInfo(() => this.port) });
  }

  readonly #read = (call: ReadCall): void => {
    this.#serve(call).catch((error: unknown) => call.emit('error', error));
  };

  async #serve(call: ReadCall): Promise<void> {
    this.#admit(call.metadata);
    const options = call.request.getOptions() as S.ReadReq.Options;
    if (!options.hasSubscription()) {
      this.reads++;
      return read(call, options, this);
    }
    const subscription = new SubscriptionCall(call, options, this);
    this.#subscriptions.add(subscription);
    await subscription.serve();
  }

  #admit(metadata: Metadata): void {
    const { user } = this.#options;
    const expected = user && `Basic ${Buffer.from(user).toString('base64')}`;
    const isAdmitted = !expected || metadata.get('authorization').includes(expected);
    if (!isAdmitted || this.faults.denies) throw failure(status.PERMISSION_DENIED, 'access-denied');
  }
}
