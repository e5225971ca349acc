namespace WorkBridge.Matching;

/// <summary>
/// How many people work for an employer: up to 10, 50, 200, or more; <see cref="Unknown"/> until somebody says. The lines
/// are among those of Decree 80/2021/NĐ-CP, art. 5 (10: micro; 50: small in trade and services; 200: medium in farming,
/// industry and building). They are bands for counting and say nothing about what an employer is entitled to.
/// </summary>
public enum EmployerSize { Unknown, Micro, Small, Medium, Large }
