package org.alliedregistry.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections without a network, each with its guard. */
record GuardedChannels(List<EmbeddedChannel> channels, List<ConnectionGuard> guards) {

  GuardedChannels() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /** Several from one address. */
  void open(Connections all, int count) {
    for (int i = 0; i < count; i++) {
      open(all, "192.0.2.1");
    }
  }

  /** From an address. */
  void open(Connections all, String address) {
    ConnectionGuard guard = new ConnectionGuard(all);
    guards.add(guard);
    channels.add(
        new EmbeddedChannel(guard) {
          @Override
          protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(address, 1);
          }
        });
  }

  List<Boolean> areOpen() {
    return channels.stream().map(EmbeddedChannel::isOpen).toList();
  }

  boolean isOpen(ConnectionGuard guard) {
    return channels.get(guards.indexOf(guard)).isOpen();
  }

  /** One that understands requests. */
  static EmbeddedChannel ofHttp(Connections connections) {
    EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuard(connections));
    channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
    channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
    return channel;
  }

  static void send(EmbeddedChannel channel, String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  static void answer(EmbeddedChannel channel) {
    channel.writeOutbound(ok());
  }

  static FullHttpResponse ok() {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
  }
}
