using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkBridge.Data;

/// <summary>Instants are UTC on both sides; what comes back says so.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
