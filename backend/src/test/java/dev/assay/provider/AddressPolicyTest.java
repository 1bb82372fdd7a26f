package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.server.HttpServerConfiguration;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private final AddressPolicy local = policy("127.0.0.1", "");
  private final AddressPolicy open = policy("0.0.0.0", "192.168.7.0/24, fd12::/16");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/v1",
        "http://127.0.0.1:11434/v1",
        "http://[::1]:8000/v1",
        "https://1.1.1.1/v1",
        "http://[2606:4700::1111]/v1",
        "http://no-such-name.invalid:8000/v1",
      })
  void thisMachineAndTheInternetAreAllowedToAServerThatOnlyItsMachineCanReach(String address) {
    assertThatCode(() -> local.check(URI.create(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/v1",
        "http://[fd00:ec2::254]/v1",
        "http://100.100.100.200/v1",
        "http://168.63.129.16/v1",
        "http://0.0.0.0:8000/v1",
        "http://[::]:8000/v1",
        "http://224.0.0.1/v1",
        "http://255.255.255.255/v1",
        "http://[fe80::1]/v1",
        "http://[ff02::1]/v1",
        "http://[::ffff:169.254.169.254]/v1",
        "http://[::169.254.169.254]/v1",
        "http://[64:ff9b::a9fe:a9fe]/v1",
        "http://[2002:a9fe:a9fe::]/v1",
        "http://[2001:0:1:2::3]/v1",
      })
  void nobodyLivesThere(String address) {
    for (AddressPolicy policy : new AddressPolicy[] {local, open}) {
      assertThatThrownBy(() -> policy.check(URI.create(address)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("No model server lives at");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/v1",
        "http://2852039166/v1",
        "http://0x7f000001/v1",
        "http://0x7f.1/v1",
        "http://127.1/v1",
        "http://0177.0.0.1/v1",
        "http://127.0.0.01/v1",
        "http://localhost./v1",
        "http://169.254.169.254./v1",
        "http://[fe80::1%25eth0]/v1",
      })
  void anOddSpellingIsRefused(String address) {
    assertThatThrownBy(() -> local.check(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Write the host as a name");
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 25, 5432, 6379, 6667})
  void aPortOfAnotherProtocolIsRefused(int port) {
    assertThatThrownBy(() -> local.check(URI.create("http://localhost:" + port + "/v1")))
        .hasMessageContaining("Port " + port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1:8000/v1",
        "http://172.16.0.1/v1",
        "http://192.168.8.1/v1",
        "http://100.64.0.1/v1",
        "http://[fd13::1]/v1",
        "http://[::ffff:10.0.0.1]/v1",
      })
  void aPrivateNetworkIsRefusedUnlessItIsNamed(String address) {
    assertThatThrownBy(() -> open.check(URI.create(address)))
        .hasMessageContaining("in a private network")
        .hasMessageContaining("MODEL_ADDRESSES=");
  }

  @Test
  void aNamedNetworkIsAllowed() {
    assertThatCode(
            () -> {
              open.check(URI.create("http://192.168.7.20:8000/v1"));
              open.check(URI.create("http://[fd12::20]:8000/v1"));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void thisMachineIsRefusedToAServerThatOthersCanReachUnlessItIsNamed() {
    URI here = URI.create("http://localhost:8000/v1");

    assertThatThrownBy(() -> open.check(here)).hasMessageContaining("MODEL_ADDRESSES=");
    assertThatCode(() -> policy("0.0.0.0", "127.0.0.0/8,::1").check(here))
        .doesNotThrowAnyException();
  }

  @Test
  void aModelServerOfOursIsAllowedAndItsNeighbourIsNot() {
    AddressPolicy policy = policy("0.0.0.0", "");
    policy.allowOurs(URI.create("http://127.0.0.1:4711/v1"));

    assertThatCode(() -> policy.check(URI.create("http://127.0.0.1:4711/v1")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> policy.check(URI.create("http://127.0.0.1:4712/v1")))
        .hasMessageContaining("MODEL_ADDRESSES=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.0/-1", "somewhere", "10.0.0.0/x", "/8", "fd00::/129"})
  void aSettingThatNamesNoNetworkIsRefused(String networks) {
    assertThatThrownBy(() -> policy("127.0.0.1", networks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("192.168.0.0/16");
  }

  static AddressPolicy policy(String host, String networks) {
    return new AddressPolicy(serverOn(host), networks);
  }

  static HttpServerConfiguration serverOn(String host) {
    HttpServerConfiguration server = new HttpServerConfiguration();
    server.setHost(host);
    return server;
  }
}
