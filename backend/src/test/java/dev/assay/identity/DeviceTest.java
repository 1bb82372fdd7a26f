package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RequestFrom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of sessions calls a browser. */
class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Firefox on Linux            | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
          Firefox on iPhone           | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15
          Chrome on Windows           | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36
          Chrome on Android           | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36
          Chrome on iPad              | Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1
          Chrome on ChromeOS          | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36
          Edge on Windows             | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0
          Opera on macOS              | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0
          Samsung Internet on Android | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36
          Safari on macOS             | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15
          Firefox                     | Firefox
          Linux                       | curl/8.14 (Linux)
          """)
  void aBrowserIsCalledByNameAndSystem(String name, String userAgent) {
    assertThat(device(userAgent)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "curl/8.14.1", "<script>alert(1)</script>"})
  void nothingOfAnUnknownTextIsRepeated(String userAgent) {
    assertThat(device(userAgent)).isEqualTo("Unknown device");
  }

  @Test
  void whoSaysNothingIsUnknown() {
    assertThat(Device.of(RequestFrom.of("127.0.0.1"))).isEqualTo("Unknown device");
  }

  private static String device(String userAgent) {
    return Device.of(RequestFrom.of("127.0.0.1", "User-Agent", userAgent));
  }
}
