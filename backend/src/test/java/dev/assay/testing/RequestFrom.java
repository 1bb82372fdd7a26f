package dev.assay.testing;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A request that comes from an address of the test's choice. */
public final class RequestFrom extends HttpRequestWrapper<Object> {
  private final InetAddress address;

  private RequestFrom(InetAddress address, HttpRequest<Object> request) {
    super(request);
    this.address = address;
  }

  /**
   * One without a body.
   *
   * @param address an IP address
   * @param headers names and values, by turns
   */
  public static RequestFrom of(String address, String... headers) {
    var request = HttpRequest.<Object>GET("/graphql");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return new RequestFrom(InetAddress.ofLiteral(address), request);
  }

  @Override
  public InetSocketAddress getRemoteAddress() {
    return new InetSocketAddress(address, 4711);
  }

  /** None. */
  @Override
  public Cookies getCookies() {
    return new SimpleCookies(ConversionService.SHARED);
  }
}
