package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A request to a model server; it belongs to one thread until it is sent. */
public final class UpstreamRequest {
  private final URI address;
  private final byte @Nullable [] body;
  private final HttpHeaders headers = new DefaultHttpHeaders();

  private UpstreamRequest(URI address, byte @Nullable [] body) {
    this.address = address;
    this.body = body;
    headers.set(HttpHeaderNames.HOST, address.getRawAuthority());
    headers.set(HttpHeaderNames.USER_AGENT, "Assay");
  }

  /** A GET. Throws {@code FORBIDDEN} where the address is none that can be asked. */
  public static UpstreamRequest get(String address) {
    return of(address, null);
  }

  /**
   * A POST for an answer that is streamed, with the endpoint's key. Throws {@code FORBIDDEN} where
   * the address is none that can be asked.
   */
  public static UpstreamRequest post(WireRequest wire, Endpoint endpoint) {
    UpstreamRequest request =
        of(wire.address(), wire.body())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream");
    wire.headers().forEach(request::header);
    if (endpoint.apiKey() != null) {
      request.header(wire.keyHeader(), wire.keyPrefix() + endpoint.apiKey());
    }
    return request;
  }

  private static UpstreamRequest of(String address, byte @Nullable [] body) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null) {
        return new UpstreamRequest(uri, body);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new AppException(
        ErrorCode.FORBIDDEN, "The model's address is none that can be asked. Correct it.");
  }

  /** Adds a header. Throws {@link IllegalArgumentException} where it is none. */
  public UpstreamRequest header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  URI address() {
    return address;
  }

  /** Whether it asks for something, and starts nothing. */
  boolean isGet() {
    return body == null;
  }

  /** The request as it is sent; a new one each time. */
  FullHttpRequest written() {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    HttpHeaders all = headers.copy();
    if (body != null) {
      all.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1,
        body == null ? HttpMethod.GET : HttpMethod.POST,
        path + query,
        body == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body),
        all,
        EmptyHttpHeaders.INSTANCE);
  }
}
