package dev.assay.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words that its owner recognises. */
final class Device {
  /** The first that the text holds counts: many browsers also name those that they descend from. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("SamsungBrowser", "Samsung Internet");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("FxiOS", "Firefox");
    BROWSERS.put("CriOS", "Chrome");
    BROWSERS.put("HeadlessChrome", "Chrome");
    BROWSERS.put("Chrome", "Chrome");
    BROWSERS.put("Safari", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  /** Such as {@code Firefox on Linux}; {@code Unknown device} where it names none that we know. */
  static String of(HttpRequest<?> request) {
    String text = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.USER_AGENT), "");
    String browser = first(BROWSERS, text);
    String system = first(SYSTEMS, text);
    if (browser == null) {
      return Objects.requireNonNullElse(system, "Unknown device");
    }
    return system == null ? browser : browser + " on " + system;
  }

  private static @Nullable String first(Map<String, String> names, String text) {
    return names.entrySet().stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
