package dev.assay.run.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;

/**
 * Checks answers against a JSON schema of draft 2020-12. Schema and answers may be hostile: nothing
 * is fetched, expressions are RE2's, and what takes too many steps fails.
 */
final class SchemaChecker implements Checker {
  private static final int MAX_STEPS = 200_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .regularExpressionFactory(SchemaChecker::expression)
          .failFast(true)
          .build();

  /**
   * What a schema itself has to pass. It and its parts are in the library; nothing else is read.
   */
  private static final String META_SCHEMA = SpecificationVersion.DRAFT_2020_12.getDialectId();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaRegistryConfig(CONFIG)
                  .schemaCacheEnabled(false)
                  .schemaLoader(loader ->
                      loader
                          .fetchRemoteResources(false)
                          .allow(address ->
                              address
                                  .toString()
                                  .startsWith("https://json-schema.org/draft/2020-12/"))));

  private static final Schema META = REGISTRY.getSchema(SchemaLocation.of(META_SCHEMA));

  private final Schema schema;

  /** Throws {@link IllegalArgumentException} where the text is no schema. */
  SchemaChecker(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject() && !node.isBoolean()) {
        throw new IllegalArgumentException("A JSON schema is an object.");
      }
      List<Error> errors = META.validate(node);
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException("This is no JSON schema: " + words(errors.getFirst()));
      }
      schema = REGISTRY.getSchema(node);
      schema.initializeValidators();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The schema is no JSON" + place(e) + ".", e);
    } catch (SchemaException | PatternSyntaxException | StackOverflowError e) {
      throw new IllegalArgumentException("This is no JSON schema: " + e.getMessage(), e);
    }
  }

  @Override
  public Verdict judge(String answer) {
    try {
      JsonNode node = JSON.readTree(answer.strip());
      List<Error> errors = schema.validate(new Steps(), node, OutputFormat.RESULT).getErrors();
      return errors.isEmpty() ? Verdict.PASSED : Verdict.failed(words(errors.getFirst()));
    } catch (JacksonException e) {
      return Verdict.failed("The answer is no JSON" + place(e) + ".");
    } catch (TooManySteps | StackOverflowError e) {
      return Verdict.failed("The schema takes too many steps to check.");
    } catch (SchemaException e) {
      return Verdict.failed("The schema cannot be followed: " + e.getMessage());
    }
  }

  private static String words(Error error) {
    String place = error.getInstanceLocation().toString();
    return (place.isEmpty() || place.equals("$") ? "" : place + ": ") + error.getMessage();
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static RegularExpression expression(String text) {
    Pattern pattern = Pattern.compile(text);
    return value -> pattern.matcher(value).find();
  }

  /** Counts the steps of one validation. References make exponentially many of a short schema. */
  private static final class Steps extends ExecutionContext {
    private int steps = 0;

    @Override
    public void evaluationPathAddLast(String keyword) {
      count();
      super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
      count();
      super.evaluationPathAddLast(index);
    }

    private void count() {
      if (++steps > MAX_STEPS) {
        throw new TooManySteps();
      }
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
