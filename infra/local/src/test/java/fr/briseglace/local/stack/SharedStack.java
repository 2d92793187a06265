package fr.briseglace.local.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the stack for the first test that wants it; JUnit closes it with its own store, at the very end. */
final class SharedStack implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent(limited(context), Stack::open, Stack.class);
    }

    private static boolean limited(ExtensionContext context) {
        OnStack asked = context.getRequiredTestClass().getAnnotation(OnStack.class);
        return asked != null && asked.limited();
    }
}
