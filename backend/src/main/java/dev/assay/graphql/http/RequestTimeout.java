package dev.assay.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Closes every connection whose request takes too long to arrive, header and body. The framework
 * would wait for as long as a byte comes now and then, also for a websocket's upgrade.
 */
@Singleton
final class RequestTimeout implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Duration limit;

  RequestTimeout(@Value("${assay.http.request-timeout:20s}") Duration limit) {
    this.limit = limit;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(limit, null));
    return event.getBean();
  }

  private record Customizer(Duration limit, @Nullable Channel channel)
      implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel each, ChannelRole role) {
      return new Customizer(limit, role == ChannelRole.CONNECTION ? each : null);
    }

    @Override
    public void onStreamPipelineBuilt() {
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      if (channel != null && channel.pipeline().get(codec) != null) {
        ArrivalTimer timer = new ArrivalTimer(limit);
        channel.pipeline().addBefore(codec, "arrival-begin", timer);
        channel.pipeline().addAfter(codec, "arrival-end", timer.end());
      }
    }
  }
}
