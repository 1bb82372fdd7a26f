package dev.assay.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears what is logged from now on, until it is closed. */
public final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final @Nullable Level before;

  private LogRecorder(Logger logger, Level level) {
    this.logger = logger;
    this.before = logger.getLevel();
    setContext(logger.getLoggerContext());
    start();
    logger.setLevel(level);
    logger.addAppender(this);
  }

  /** Hears one logger and those below it, such as {@code dev.assay}, from a level up. */
  public static LogRecorder of(String logger, Level level) {
    return new LogRecorder((Logger) LoggerFactory.getLogger(logger), level);
  }

  /** What was logged, each with its exception. */
  public List<String> lines() {
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    IThrowableProxy error = event.getThrowableProxy();
    lines.add(
        event.getFormattedMessage()
            + (error == null ? "" : "\n" + ThrowableProxyUtil.asString(error)));
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
    stop();
  }
}
