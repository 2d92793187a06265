package fr.briseglace.notice;

import fr.briseglace.notice.Template.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The templates and single words of one language, read from resources when made. */
final class Phrases {
    private final Language language;
    private final Properties words = new Properties();
    private final Map<String, Template> templates = new HashMap<>();
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    /** Reads {@code words.properties} of the language and the templates it lists. */
    Phrases(Language language) {
        this.language = language;
        try {
            words.load(new StringReader(resource("words.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : word("templates").split(" ", -1)) {
            templates.put(name, Template.parse(resource(name + ".txt"), language));
        }
        this.moment = DateTimeFormatter.ofPattern(word("moment"), language.locale());
        this.day = DateTimeFormatter.ofPattern(word("day"), language.locale());
    }

    /** Fills a template. */
    Words fill(String name, Map<String, Value> values) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template " + name + " in " + language);
        }
        return template.fill(values);
    }

    /** The word of a key. */
    String word(String key) {
        String found = words.getProperty(key);
        if (found == null) {
            throw new IllegalArgumentException("no word " + key + " in " + language);
        }
        return found;
    }

    /** A role of the law in words; one unknown here is called another function. */
    String role(String role) {
        @Nullable String found = words.getProperty("role." + role);
        return found == null ? word("role.other") : found;
    }

    /** Date and time where the patient lives. */
    String moment(NoticeFacts facts) {
        return moment.format(facts.at().atZone(facts.zone()))
                + " "
                + word("zone." + facts.zone().getId());
    }

    /** A person as a GP finds them in their files. */
    String person(Audience.Practice about) {
        return word("person").formatted(about.givenName(), about.birthName(), day.format(about.birthDate()));
    }

    private String resource(String name) {
        String path = language.code() + "/" + name;
        try (InputStream in = Phrases.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
