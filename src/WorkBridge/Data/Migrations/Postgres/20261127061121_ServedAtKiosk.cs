using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkBridge.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ServedAtKiosk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CorrectionAsks");

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "DataRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Everything");

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "DataRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Desk");

            migrationBuilder.CreateTable(
                name: "ProfileChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    Topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LeftBecause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileChanges_Returnees_ReturneeId",
                        column: x => x.ReturneeId,
                        principalTable: "Returnees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Restrictions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restrictions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Restrictions_Returnees_ReturneeId",
                        column: x => x.ReturneeId,
                        principalTable: "Returnees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportRequests_Returnees_ReturneeId",
                        column: x => x.ReturneeId,
                        principalTable: "Returnees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_ReturneeId_Kind_Scope",
                table: "DataRequests",
                columns: new[] { "ReturneeId", "Kind", "Scope" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileChanges_CommuneCode_EndedAt",
                table: "ProfileChanges",
                columns: new[] { "CommuneCode", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileChanges_ReturneeId_EndedAt",
                table: "ProfileChanges",
                columns: new[] { "ReturneeId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Restrictions_ReturneeId_LiftedAt",
                table: "Restrictions",
                columns: new[] { "ReturneeId", "LiftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequests_CommuneCode_State",
                table: "SupportRequests",
                columns: new[] { "CommuneCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequests_ReturneeId_Kind",
                table: "SupportRequests",
                columns: new[] { "ReturneeId", "Kind" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProfileChanges");

            migrationBuilder.DropTable(
                name: "Restrictions");

            migrationBuilder.DropTable(
                name: "SupportRequests");

            migrationBuilder.DropIndex(
                name: "IX_DataRequests_ReturneeId_Kind_Scope",
                table: "DataRequests");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "DataRequests");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "DataRequests");

            migrationBuilder.CreateTable(
                name: "CorrectionAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectionAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CorrectionAsks_Returnees_ReturneeId",
                        column: x => x.ReturneeId,
                        principalTable: "Returnees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionAsks_CommuneCode_AnsweredAt",
                table: "CorrectionAsks",
                columns: new[] { "CommuneCode", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionAsks_ReturneeId",
                table: "CorrectionAsks",
                column: "ReturneeId");
        }
    }
}
