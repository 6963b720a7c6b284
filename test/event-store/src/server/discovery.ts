import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Faults } from './faults.ts';

/** What the server can do, which the client asks before its first append. */
export function supportedMethods(faults: Faults): handleUnaryCall<unknown, InstanceType<typeof features.SupportedMethods>> {
  const methods = ['read', 'append', 'batchappend'].map((name) =>
    new features.SupportedMethod()
      .setServiceName('event_store.client.streams.Streams')
      .setMethodName(name)
      .setFeaturesList(name === 'read' ? ['position', 'events'] : []),
  );
  const answer = new features.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(methods);
  return (_call, done) => {
    if (!faults.silent.has('features')) done(null, answer);
  };
}

/** A cluster of one. */
export function clusterInfo(port: () => number): handleUnaryCall<unknown, InstanceType<typeof gossip.ClusterInfo>> {
  return (_call, done) => {
    const me = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(randomUUID()))
      .setIsAlive(true)
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port()));
    done(null, new gossip.ClusterInfo().setMembersList([me]));
  };
}
