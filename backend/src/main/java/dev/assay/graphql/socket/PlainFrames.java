package dev.assay.graphql.socket;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketUpgradeHandler;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Takes permessage-deflate out of every connection. For events of a few bytes it costs many times
 * what it saves, in processor time and in memory per socket, and it lets a small frame unpack to a
 * huge one.
 */
@Singleton
final class PlainFrames implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel each, ChannelRole role) {
      return new Customizer(each);
    }

    @Override
    public void onStreamPipelineBuilt() {
      String deflate = NettyServerWebSocketUpgradeHandler.COMPRESSION_HANDLER;
      if (channel != null && channel.pipeline().get(deflate) != null) {
        channel.pipeline().remove(deflate);
      }
    }
  }
}
