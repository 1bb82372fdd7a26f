package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.RequestFrom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
  private static final String HEADER = "X-Forwarded-For";

  @Test
  void withoutProxiesTheHeaderIsNotBelieved() {
    assertThat(client("", "203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(client("", "127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
  }

  @Test
  void whoIsNoProxyIsNotBelieved() {
    assertThat(client("10.0.0.0/8", "203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
  }

  /** A client may send the header too; proxies write behind what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1                       | 198.51.100.1",
        "198.51.100.1, 10.0.0.2             | 198.51.100.1",
        "192.0.2.66, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
        "10.0.0.66, 198.51.100.1            | 198.51.100.1",
        "192.0.2.66, nonsense, 10.0.0.2     | 10.0.0.2",
        "nonsense                           | 10.0.0.1",
        "10.0.0.3, 10.0.0.2                 | 10.0.0.3",
        "2001:db8::1                        | 2001:db8:0:0:0:0:0:1"
      })
  void onlyWhatProxiesAddedIsBelieved(String header, String client) {
    assertThat(client("10.0.0.0/8", "10.0.0.1", header)).isEqualTo(client);
  }

  @Test
  void aHeaderInPartsIsOneList() {
    RequestFrom request =
        RequestFrom.of("10.0.0.1", HEADER, "192.0.2.66", HEADER, "198.51.100.1, 10.0.0.2");

    assertThat(new ClientAddresses("10.0.0.0/8").of(request).getHostAddress())
        .isEqualTo("198.51.100.1");
  }

  @Test
  void aProxyThatAddsNothingIsTheClient() {
    assertThat(new ClientAddresses("10.0.0.0/8").of(RequestFrom.of("10.0.0.1")).getHostAddress())
        .isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "*"})
  void whatIsNoNetworkStopsTheStart(String networks) {
    assertThatThrownBy(() -> new ClientAddresses(networks)).hasMessageContaining(networks);
  }

  private static String client(String proxies, String nearest, String header) {
    return new ClientAddresses(proxies)
        .of(RequestFrom.of(nearest, HEADER, header))
        .getHostAddress();
  }
}
