package fr.briseglace.gateway;

/**
 * Whose tokens count.
 *
 * @param issuer the identity provider's {@code iss}
 * @param audience our {@code aud}
 * @param jwksUri where its signing keys are published
 */
public record TokenSettings(String issuer, String audience, String jwksUri) {}
